/** What is said on every page. */
export const words = {
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
