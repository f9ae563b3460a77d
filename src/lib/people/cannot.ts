/** Why something cannot be done now, as a sentence for the person who wanted it. */
export class Cannot extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'Cannot';
  }
}
