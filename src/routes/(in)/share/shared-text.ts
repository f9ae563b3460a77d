/** Longer than anybody shares: an address from elsewhere must not fill a draft with more. Characters. */
const LONGEST = 10_000;

/** What was shared, as the text of a draft: title, words and address, each once (Web Share Target, "share_target"). */
export function sharedText(query: URLSearchParams): string {
  const parts = ['title', 'text', 'url']
    .map((key) => (query.get(key) ?? '').trim())
    .filter((part) => part !== '');
  // Many apps put the title or the address into the words as well.
  const once = parts.filter(
    (part, index) => !parts.some((other, at) => at !== index && holds(other, part, at < index))
  );
  return once.join('\n\n').slice(0, LONGEST);
}

const holds = (other: string, part: string, earlier: boolean): boolean =>
  other === part ? earlier : other.includes(part);
