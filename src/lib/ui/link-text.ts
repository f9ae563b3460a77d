/** An address short enough to read: its host and the beginning of its way, without scheme, "www." and query. */
export function shortAddress(href: string, length = 42): string {
  const url = new URL(href);
  const host = url.host.replace(/^www\./, '');
  const rest = (url.pathname === '/' ? '' : url.pathname) + url.search + url.hash;
  const whole = host + readable(rest);
  return whole.length <= length ? whole : `${whole.slice(0, Math.max(length - 1, host.length + 1))}…`;
}

/** Letters of other scripts as letters; anything that could deceive or break stays escaped. */
function readable(path: string): string {
  return path.replace(/(?:%[89A-F][0-9A-F])+/gi, (escaped) => {
    const bytes = Uint8Array.from(escaped.slice(1).split('%'), (pair) => parseInt(pair, 16));
    const text = new TextDecoder('utf-8', { fatal: false }).decode(bytes);
    return /^[\p{L}\p{M}\p{N}]+$/u.test(text) ? text : escaped;
  });
}

/**
 * The host to show behind a link, where its words look like an address of another host: "paypal.com" that leads to
 * evil.example. Undefined where the words claim nothing or claim the truth.
 */
export function claimedElsewhere(words: string, href: string): string | undefined {
  const actual = new URL(href).hostname.replace(/^www\./, '');
  const claims =
    words
      .normalize('NFKC')
      .toLowerCase()
      .match(/(?:[\p{L}\p{N}-]+[.。])+\p{L}{2,}/gu) ?? [];
  const lies = claims.some((claim) => {
    const host = claim.replace(/。/g, '.').replace(/^www\./, '');
    return host !== actual && !actual.endsWith(`.${host}`);
  });
  return lies ? actual : undefined;
}
