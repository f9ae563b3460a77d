import { hostKind } from './hosts.ts';

/** Asked about addresses on this machine or in a private network only; all others are no question. */
export type AllowsLocal = (url: URL) => boolean;

/**
 * Why an address is not opened, or undefined when it may be. Links in other people's documents choose these
 * addresses, so without leave nothing on this machine or behind the person's router is ever asked.
 */
export function whyUnsafe(address: string, allowsLocal: AllowsLocal): string | undefined {
  if (!URL.canParse(address)) return 'not an address';
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return `addresses that begin with ${url.protocol} are not opened`;
  if (url.username !== '' || url.password !== '') return 'addresses with a password inside are not opened';
  const kind = hostKind(url.hostname);
  if (kind === 'odd') return 'an odd way to write an address';
  if (kind !== 'public') return allowsLocal(url) ? undefined : 'an address in a private network';
  return url.protocol === 'https:' ? undefined : 'not encrypted (https)';
}

/**
 * The usual leave: an app that itself runs on this machine may talk to everything on this machine, and anybody's
 * app may talk to the origins of their own space and provider, wherever those are.
 */
export function localLeave(app: string, own: () => readonly string[]): AllowsLocal {
  const home = hostKind(new URL(app).hostname) === 'loopback';
  return (url) =>
    (home && hostKind(url.hostname) === 'loopback') ||
    own().some((address) => URL.canParse(address) && new URL(address).origin === url.origin);
}
