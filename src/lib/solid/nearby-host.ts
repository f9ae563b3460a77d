/** Providers that people type most; only ever used to say "did you mean". */
const KNOWN = [
  'solidcommunity.net',
  'solidweb.me',
  'solidweb.org',
  'inrupt.net',
  'login.inrupt.com',
  'teamid.live',
  'solidweb.app'
];

/** The known provider that a host name is at most two slips away from; for anna.solidwep.me, anna.solidweb.me. */
export function nearbyHost(hostname: string): string | undefined {
  const labels = hostname.split('.');
  for (let from = 0; from < Math.min(labels.length, 3); from++) {
    const tail = labels.slice(from).join('.');
    const near = KNOWN.find((known) => known !== tail && slips(tail, known) <= 2);
    if (near) return [...labels.slice(0, from), near].join('.');
  }
  return undefined;
}

/** Letters to add, drop or change (Levenshtein's distance). */
function slips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
