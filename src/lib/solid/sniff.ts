/** Each picture we show, by its first bytes: offset and the bytes as Latin-1 text. */
const SIGNS: readonly (readonly [type: string, ...signs: readonly (readonly [number, string])[]])[] = [
  ['image/png', [0, '\x89PNG\r\n\x1a\n']],
  ['image/jpeg', [0, '\xff\xd8\xff']],
  ['image/gif', [0, 'GIF87a']],
  ['image/gif', [0, 'GIF89a']],
  ['image/webp', [0, 'RIFF'], [8, 'WEBP']],
  // ISO base media: a `ftyp` box whose major brand is AVIF (still or sequence).
  ['image/avif', [4, 'ftypavif']],
  ['image/avif', [4, 'ftypavis']]
];

/** As many first bytes as any sign needs. */
export const SNIFF_LENGTH = 16;

/**
 * What bytes really are, whatever the server's header claims: a picture type we can show without running
 * anything, or `application/octet-stream`. SVG and HTML run scripts, so they are never recognised.
 */
export function sniff(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, SNIFF_LENGTH));
  return (
    SIGNS.find(([, ...signs]) => signs.every(([at, sign]) => head.startsWith(sign, at)))?.[0] ??
    'application/octet-stream'
  );
}

/** The same bytes under their true type. */
export async function sniffed(blob: Blob): Promise<Blob> {
  const head = new Uint8Array(await blob.slice(0, SNIFF_LENGTH).arrayBuffer());
  return blob.slice(0, blob.size, sniff(head));
}
