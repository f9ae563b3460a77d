import type { Letter, Letters } from './letters.ts';
import { exported as words } from './words.ts';

/** A chat as plain text. Lines after the first are set in, so that no message can pass for another's. */
export function asText({ title, about, address, missing, list, files }: Letters): string {
  const out = [title, about, address, ...(missing === undefined ? [] : [missing])];
  let day = '';
  for (const letter of list) {
    if (letter.when.day !== day) out.push('', (day = letter.when.day), '');
    out.push(...linesOf(letter));
  }
  if (list.length === 0 && missing === undefined) out.push('', words.nothing);
  if (files.length)
    out.push('', words.files, words.filesAre, ...files.map(({ name, url }) => `  ${name}  ${url}`));
  return `${out.join('\n')}\n`;
}

function linesOf({ when, who, text, isNote, marks, answers, reactions, file }: Letter): string[] {
  const [first = '', ...more] = (isNote ? `[${text}]` : text).split('\n');
  return [
    `${when.time}  ${who}: ${first}`,
    ...[
      ...more,
      ...(file ? [file.url] : []),
      ...(answers === undefined ? [] : [`(${answers})`]),
      ...(marks.length ? [`(${marks.join('; ')})`] : []),
      ...reactions
    ].map((line) => `       ${line}`)
  ];
}
