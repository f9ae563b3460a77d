import { normalizeUriPathSlashes, toCanonicalUriPath } from '@solid/community-server';

/**
 * Paths below the base URL that Community Solid Server answers by itself: account and consent pages, the OpenID
 * provider, its own style sheets, and notification channels. Everything else is somebody's content.
 */
const ownPaths = [
  '.account/',
  '.oidc/',
  '.well-known/css/',
  '.well-known/openid-configuration',
  '.notifications/'
];

export type Area = 'account' | 'server' | 'content';

/**
 * Whose page `url` (as it stands in the request line) is. The path is made canonical with the functions and in the
 * order of the server itself (its OriginalUrlExtractor): `/.account//../ann/page.html` and `//ann/.account/page.html`
 * are here what they become there, content. Whatever is not clearly the server's own is content.
 */
export function areaOf(url: string | undefined, baseUrl: string): Area {
  const base = new URL(baseUrl);
  const path = canonicalPath(url ?? '/', base.origin);
  const inside = path.startsWith(base.pathname) ? path.slice(base.pathname.length) : '';
  if (inside.startsWith('.account/')) return 'account';
  return ownPaths.some((own) => inside.startsWith(own)) ? 'server' : 'content';
}

function canonicalPath(url: string, origin: string): string {
  const target = new URL(origin);
  try {
    const [path = '/'] = toCanonicalUriPath(url).split('?');
    target.pathname = normalizeUriPathSlashes(path);
  } catch (error) {
    // A broken percent sequence. The server answers such a path with an error, which is then content too.
    if (!(error instanceof URIError)) throw error;
  }
  return target.pathname;
}
