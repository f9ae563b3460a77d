/** What is said on every page. */
export const words = {
  blocked: {
    title: 'This browser keeps nothing for Hearth',
    text: 'Without it nobody can sign in here. Allow this site to keep data (cookies and site data) in the browser\u2019s settings, then load the page again.',
    again: 'Load it again'
  },
  update: {
    title: 'A new Hearth is ready.',
    use: 'Use it now',
    busy: 'Saving …',
    later: 'Later',
    loose: 'What you are typing here is not saved yet. Save it first, or it is lost.',
    anyway: 'Use it all the same',
    failed: 'The new Hearth did not start. This page goes on as before, and nothing is lost.',
    again: 'Try again'
  }
};
