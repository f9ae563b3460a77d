/** Whom a text names: people of the chat after an `@`, by their whole name or its first word. */
export function mentionsIn(
  text: string,
  people: readonly string[],
  nameOf: (id: string) => string
): string[] {
  const words = text.toLocaleLowerCase();
  return people.filter((id) => {
    const name = nameOf(id).toLocaleLowerCase();
    return [name, name.split(/\s/)[0] ?? ''].some((part) => part !== '' && hasWord(words, `@${part}`));
  });
}

/** Not as the beginning of a longer word: `@ann` does not name Anna. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + word.length] ?? ' '];
    if (!/[\p{L}\p{N}_]/u.test(after) && !/[\p{L}\p{N}_@.]/u.test(before)) return true;
  }
  return false;
}
