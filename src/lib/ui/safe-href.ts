/**
 * The address as the browser would go to it, where a person may follow it from someone else's words: https, or http
 * on this machine. Undefined for every other scheme, for relative addresses, and for a name before an @ ("https://
 * bank.example@evil.example"), which only ever deceives.
 */
export function safeHref(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined;
  const url = new URL(value);
  if (url.username !== '' || url.password !== '') return undefined;
  const local = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && local) ? url.href : undefined;
}
