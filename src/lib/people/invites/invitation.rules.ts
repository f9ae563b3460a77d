import { isIri } from '#lib/rdf/terms.ts';

/** What an invitation link carries, all of it behind the `#`: no server ever sees it. */
export interface Invitation {
  /** Who invites. */
  readonly id: string;
  readonly name: string;
  /** One-time: a request that bears it is accepted without a second step. */
  readonly token: string;
}

/** `origin` is the app's own. Short names, so that the QR code stays easy to scan. */
export function invitationLink(origin: string, { id, name, token }: Invitation): string {
  // ":" and "/" may stand as they are (RFC 3986 section 3.5).
  const plain = (text: string) => encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2F', '/');
  return `${origin}/i#w=${plain(id)}&t=${plain(token)}&n=${plain(name.slice(0, 60))}`;
}

/** Reads what stands behind the `#`. `undefined` for a link that is cut off or not ours. */
export function readInvitation(fragment: string): Invitation | undefined {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const id = parts.get('w') ?? '';
  const token = parts.get('t') ?? '';
  if (!isIri(id) || !/^https?:\/\//i.test(id) || !URL.canParse(id)) return undefined;
  if (!/^[A-Za-z0-9_-]{22,64}$/.test(token)) return undefined;
  return { id, token, name: (parts.get('n') ?? '').replace(/\s+/g, ' ').trim().slice(0, 60) };
}

/** 144 random bits (24 characters of base64url): nobody guesses one. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
