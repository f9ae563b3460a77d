import { readInvitation } from '#lib/people/invites/invitation.rules.ts';
import { isIri } from '#lib/rdf/terms.ts';

/** What a link into a chat carries, all of it behind the `#`: no server ever sees it. */
export interface ChatLink {
  readonly chat: string;
  /** Who lets in, and what the link calls them. */
  readonly owner: string;
  readonly name: string;
  /** What the link calls the chat; it may be called otherwise by now. */
  readonly title: string;
  readonly token: string;
  readonly until: Date | undefined;
}

/** `origin` is the app's own. An invitation link (invitation.rules.ts) that says besides what it lets in to. */
export function chatLink(origin: string, { chat, owner, name, title, token, until }: ChatLink): string {
  const plain = (text: string) => encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2F', '/');
  const end = until === undefined ? '' : `&e=${Math.floor(until.getTime() / 1000)}`;
  return `${origin}/i#c=${plain(chat)}&w=${plain(owner)}&t=${plain(token)}${end}&n=${plain(name.slice(0, 60))}&g=${plain(title.slice(0, 80))}`;
}

/** Whether this is meant to be a link into a chat. */
export const isChatLink = (fragment: string): boolean => partsOf(fragment).has('c');

/** Reads what stands behind the `#`. `undefined` for a link that is cut off or not ours. */
export function readChatLink(fragment: string): ChatLink | undefined {
  const parts = partsOf(fragment);
  const chat = parts.get('c') ?? '';
  const invitation = readInvitation(fragment);
  if (!invitation || !isIri(chat) || !/^https?:\/\/[^#]+#./i.test(chat) || !URL.canParse(chat))
    return undefined;
  const { id: owner, name, token } = invitation;
  const end = Number(parts.get('e') ?? NaN);
  const title = (parts.get('g') ?? '').replace(/\s+/g, ' ').trim().slice(0, 80);
  const until = Number.isSafeInteger(end) && end > 0 && end < 1e11 ? new Date(end * 1000) : undefined;
  return { chat, owner, name, title, token, until };
}

const partsOf = (fragment: string) => new URLSearchParams(fragment.replace(/^#/, ''));
