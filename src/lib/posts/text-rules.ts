/** Characters (UTF-16 units) in one post. Generous: about ten pages. */
export const LONGEST = 20_000;

/** What is wrong with the text, in a sentence for its writer; undefined when it can be sent. */
export function textProblem(text: string): string | undefined {
  if (text.trim() === '') return 'There is nothing to send yet.';
  if (text.length > LONGEST) {
    const over = text.length - LONGEST;
    return `This is ${over.toLocaleString('en')} ${over === 1 ? 'character' : 'characters'} too long. A post holds ${LONGEST.toLocaleString('en')}; your text is safe here.`;
  }
  return undefined;
}

/** As it is kept: no white space around it, one kind of line break. */
export const tidied = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
