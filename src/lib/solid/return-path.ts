/**
 * A path of our own, whatever was asked for: an address of another origin would make the sign-in an open redirect.
 * The URL parser decides, as it will when the path is used; it drops tabs and takes backslashes for slashes.
 */
export function returnPath(asked: string | null | undefined, origin: string): string {
  if (typeof asked !== 'string' || !URL.canParse(asked, origin)) return '/';
  const url = new URL(asked, origin);
  // A blob: address has the origin of its maker, but leads nowhere.
  if (url.origin !== new URL(origin).origin || url.protocol !== new URL(origin).protocol) return '/';
  const path = url.pathname + url.search + url.hash;
  // "/.//host" parses to our origin with the path "//host", which on its own would be another host's.
  return path.startsWith('//') ? '/' : path;
}
