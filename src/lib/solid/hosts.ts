/** Where a host lies, as far as its spelling tells. `odd`: a spelling nobody needs and attackers like. */
export type HostKind = 'public' | 'loopback' | 'private' | 'odd';

// IANA IPv4 Special-Purpose Address Registry: what is not globally reachable, as [first byte ... , prefix bits].
const SPECIAL: readonly (readonly [network: string, bits: number, kind: HostKind])[] = [
  ['0.0.0.0', 8, 'loopback'], // "this host": connects to loopback on Linux and macOS
  ['127.0.0.0', 8, 'loopback'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'private'],
  ['169.254.0.0', 16, 'private'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'private'],
  ['192.168.0.0', 16, 'private'],
  ['198.18.0.0', 15, 'private'],
  ['224.0.0.0', 3, 'odd'] // multicast, reserved, broadcast
];

// RFC 6761, RFC 6762, RFC 8375, ICANN's .internal, and what home routers hand out.
const LOCAL_NAME = /(^|\.)(local|internal|intranet|private|corp|home|lan|localdomain|home\.arpa)$/;
// Public names whose only purpose is to resolve to any address one likes, private ones included.
const MIRROR_NAME = /(^|\.)(nip\.io|sslip\.io|xip\.io|localtest\.me|lvh\.me|lacolhost\.com|vcap\.me)$/;

const toNumber = (quad: string) => quad.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);

function ofIPv4(address: string): HostKind {
  const number = toNumber(address);
  const found = SPECIAL.find(([network, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(number / size) === Math.floor(toNumber(network) / size);
  });
  return found?.[2] ?? 'public';
}

/** Eight groups of an IPv6 address as URL writes it (RFC 5952, so without dotted parts). */
function groups(address: string): number[] {
  const [head = '', tail] = address.split('::');
  const parse = (part: string) => (part === '' ? [] : part.split(':').map((group) => parseInt(group, 16)));
  const before = parse(head);
  const after = tail === undefined ? [] : parse(tail);
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

const quadOf = (high: number, low: number) => [high >> 8, high & 255, low >> 8, low & 255].join('.');

function ofIPv6(address: string): HostKind {
  const [a, b, c, d, e, f, g, h] = groups(address) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number
  ];
  if ([a, b, c, d, e, f, g].every((group) => group === 0) && h <= 1) return 'loopback';
  // IPv4 inside: mapped ::ffff:0:0/96, compatible ::/96, NAT64 64:ff9b::/96, 6to4 2002::/16.
  if ([a, b, c, d, e].every((group) => group === 0) && (f === 0xffff || f === 0))
    return worse(ofIPv4(quadOf(g, h)));
  if (a === 0x64 && b === 0xff9b) return worse(ofIPv4(quadOf(g, h)));
  if (a === 0x2002) return worse(ofIPv4(quadOf(b, c)));
  // Global unicast is 2000::/3 (RFC 4291 2.4); fc00::/7 and fe80::/10 are the private part of the rest.
  if ((a & 0xe000) === 0x2000) return 'public';
  return (a & 0xfe00) === 0xfc00 || (a & 0xffc0) === 0xfe80 ? 'private' : 'odd';
}

/** An IPv4 address in the clothes of IPv6: public ones are odd, the rest is as bad as it is. */
const worse = (kind: HostKind): HostKind => (kind === 'public' ? 'odd' : kind);

/**
 * Where the host of a parsed URL lies. `URL` has already turned 0x7f.1, 0177.0.0.1, 2130706433 and full-width
 * digits into dotted decimals (WHATWG URL 3.5), so only one spelling of each IPv4 address arrives here.
 * A public name may still resolve to a private address: a page cannot see that; the browser's own rule for
 * private networks and the need for a certificate stand there.
 */
export function hostKind(hostname: string): HostKind {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (host.startsWith('[')) return ofIPv6(host.slice(1, -1));
  if (/^\d+(\.\d+){3}$/.test(host)) return hostname.endsWith('.') ? 'odd' : ofIPv4(host);
  if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback';
  if (LOCAL_NAME.test(host) || MIRROR_NAME.test(host)) return 'private';
  // A name without a dot is answered by the local network only; an empty label is nobody's.
  if (!host.includes('.')) return host === '' ? 'odd' : 'private';
  return host.includes('..') || hostname.endsWith('..') ? 'odd' : 'public';
}
