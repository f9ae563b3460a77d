import { DiscoveryProblem } from './discovery-problem.ts';
import { hostKind } from './hosts.ts';
import { nearbyHost } from './nearby-host.ts';

// Zero-width and directional marks, which come along when an address is copied from a chat or a PDF.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
// Four of the five letters of "https", in any order or number, then any mixture of colon and slashes.
const MISSPELT = /^(?:h[tp]{1,4}s?|ht+ps?|ttps?|hhttps?)(?:[:;][/\\]{0,3}|[/\\]{2,3})(?=[^/\\])/i;
const ENDINGS = /^(.{5,})(com|net|org|me|io|id|app|dev|social|live|page|eu|de|uk|be|nl|fr)$/i;

/**
 * The address somebody meant, from what they typed or pasted: words around it, quotes, a leading @ and a missing
 * scheme are forgiven in silence. https, except on this machine and in private networks.
 * Throws a DiscoveryProblem `not-an-address`, with a suggestion where the slip is obvious.
 */
export function typedAddress(input: string): URL {
  const text = likeliest(input.replace(INVISIBLE, '').normalize('NFKC'));
  if (text === '') throw new DiscoveryProblem('not-an-address', 'nothing typed');
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
  const slip = MISSPELT.exec(text);
  if (scheme !== 'http' && scheme !== 'https' && slip) {
    fail(text, `https://${text.slice(slip[0].length)}`);
  }
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') fail(text);
  const rest = scheme === undefined ? text : text.slice(scheme.length + 3);
  const host = rest.split(/[/?#]/, 1)[0]!;
  if (host.includes(',')) fail(text, rest.replace(host, host.replaceAll(',', '.')));
  // Somebody's e-mail address: perhaps they have a space at the same place.
  if (host.includes('@')) fail(text, host.slice(host.lastIndexOf('@') + 1));
  if (/^[a-z][a-z0-9+.-]*:(?!\d*(?:[/?#]|$))/i.test(rest)) fail(text);
  return parsed(text, rest, scheme);
}

function parsed(text: string, rest: string, scheme: string | undefined): URL {
  if (!URL.canParse(`https://${rest}`)) fail(text);
  const url = new URL(`https://${rest}`);
  const kind = hostKind(url.hostname);
  if (kind === 'odd') fail(text);
  if (kind === 'private' && !url.hostname.includes('.') && !url.hostname.startsWith('[')) {
    const ending = ENDINGS.exec(url.hostname);
    fail(text, ending ? rest.replace(url.hostname, `${ending[1]}.${ending[2]}`) : nearbyHost(url.hostname));
  }
  // Nobody keeps a certificate for localhost; everybody else must, whatever was typed.
  if (kind !== 'public' && scheme !== 'https') return new URL(`http://${rest}`);
  return url;
}

/** The first word that looks like an address, without what surrounds it in a sentence. */
function likeliest(text: string): string {
  const words = text
    .split(/\s+/)
    .map((word) => word.replace(/^[\s"'“”„‘’<>()[\]{}@]+|[\s"'“”‘’<>()[\]{}.,;!?]+$/g, ''));
  const whole = words.filter((word) => word !== '');
  return (
    whole.find((word) => SCHEME.test(word)) ?? whole.find((word) => /[.:/,]/.test(word)) ?? whole[0] ?? ''
  );
}

function fail(text: string, suggestion?: string): never {
  throw new DiscoveryProblem('not-an-address', text, suggestion);
}
