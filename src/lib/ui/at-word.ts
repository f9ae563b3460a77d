/** What is being typed after an `@`, up to the caret: where the sign stands, and the letters after it. */
export function atWord(text: string, caret: number): { from: number; typed: string } | undefined {
  const [, typed] = /(?:^|[^\p{L}\p{N}_@.])@([^\n@]{0,40})$/u.exec(text.slice(0, caret)) ?? [];
  return typed === undefined ? undefined : { from: caret - typed.length - 1, typed };
}

/** Whether a name is meant by what is typed so far: it, or one of its words, begins so. */
export function begins(name: string, typed: string): boolean {
  const [word, part] = [name.toLocaleLowerCase(), typed.toLocaleLowerCase()];
  return word.startsWith(part) || (part !== '' && word.includes(` ${part}`));
}
