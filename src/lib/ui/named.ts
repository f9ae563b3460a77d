/** Somebody a text names, and where their name leads. */
export type Named = { readonly name: string; readonly href: string };

const letter = /[\p{L}\p{N}_]/u;
const joins = /[\p{L}\p{N}_@.]/u;

/** A text in pieces: those that name one of these people after an `@`, by the whole name or its first word, lead there. */
export function namedParts(text: string, people: readonly Named[]): { text: string; href?: string }[] {
  const words = people
    .flatMap(({ name, href }) => [
      { word: name, href },
      { word: name.split(/\s/)[0] ?? '', href }
    ])
    .filter(({ word }) => word !== '')
    // The whole name before its beginning.
    .sort((a, b) => b.word.length - a.word.length);
  const parts: { text: string; href?: string }[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (joins.test(text[at - 1] ?? ' ')) continue;
    const found = words.find(
      ({ word }) =>
        text.slice(at + 1, at + 1 + word.length).toLocaleLowerCase() === word.toLocaleLowerCase() &&
        !letter.test(text[at + 1 + word.length] ?? ' ')
    );
    if (!found) continue;
    const end = at + 1 + found.word.length;
    if (at > from) parts.push({ text: text.slice(from, at) });
    parts.push({ text: text.slice(at, end), href: found.href });
    from = end;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
