import type { View } from '#lib/cache/view.ts';
import { read } from '#lib/rdf/shape.ts';
import { AS } from '#lib/rdf/vocab.ts';
import { handleOf, hostOf } from './address.ts';
import { LONGEST_NAME } from './longest-name.ts';
import type { Me } from './me.ts';
import { profile } from './profile.shape.ts';
import { standsIn, storagesIn } from './storage.ts';

export interface Person {
  readonly id: string;
  /** Never empty: the part of the address that reads like a name, where none is given. */
  readonly name: string;
  /** The name as the person wrote it, if they did. */
  readonly ownName?: string | undefined;
  readonly host: string;
  readonly about?: string | undefined;
  readonly picture?: string | undefined;
  /** The picture is in the person's own storage, so loading it tells nobody else. */
  readonly pictureIsOwn: boolean;
  /** Where to leave a message, if that place is the person's own. */
  readonly inbox?: string | undefined;
  readonly storages: readonly string[];
  /** Pages of public posts in their own storages. */
  readonly streams: readonly string[];
  /** Whether the document has been seen at all, now or earlier. */
  readonly known: boolean;
  /** Whether it says anything about them: a document may be there and tell of somebody else. */
  readonly told: boolean;
  /** Why it could not be read now, if so: a kind of solid/problem.ts. */
  readonly problem?: string | undefined;
}

const LONGEST_ABOUT = 2000;
const MOST_STREAMS = 4;

/** Reads a WebID document. Only its own word about its own person; lengths are kept sane for any screen. */
export function readProfile(view: View, id: string): Person {
  const { graph, document } = view;
  const said = read(profile, graph, id, { untyped: true });
  const ownName = said?.name?.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME) || undefined;
  const storages = storagesIn(graph, id);
  const inbox = said?.inbox;
  return {
    id,
    name: ownName ?? handleOf(id),
    ownName,
    host: hostOf(id),
    about: said?.about?.trim().slice(0, LONGEST_ABOUT) || undefined,
    picture: said?.picture,
    pictureIsOwn: said?.picture !== undefined && isTheirs(said.picture, id, storages),
    inbox:
      inbox !== undefined && inbox.endsWith('/') && isTheirInbox(inbox, id, storages) ? inbox : undefined,
    storages,
    streams: graph
      .iris(id, AS.streams)
      .filter((page) => standsIn(page, storages) && !(inbox && standsIn(page, [inbox])))
      .slice(0, MOST_STREAMS),
    known: (document !== undefined && document.seen > 0) || view.waiting.length > 0,
    told: graph.about(id).length > 0,
    problem: document?.problem?.kind
  };
}

/**
 * In their storage, or beside their address on the same server. A profile that names a place elsewhere could make
 * us write or load there in our own name.
 */
function isTheirs(address: string, id: string, storages: readonly string[]): boolean {
  if (standsIn(address, storages)) return true;
  return URL.canParse(address) && URL.canParse(id) && new URL(address).origin === new URL(id).origin;
}

/** Many live on one server: where they say which space is theirs, a letter is left nowhere else. */
const isTheirInbox = (inbox: string, id: string, storages: readonly string[]): boolean =>
  storages.length > 0 ? standsIn(inbox, storages) : isTheirs(inbox, id, storages);

/** Where I leave a letter for somebody: never in my own space, which they may call theirs, and where I may write anywhere. */
export const inboxFor = (me: Me, { inbox }: Person): string | undefined =>
  inbox !== undefined && standsIn(inbox, [me.storage]) ? undefined : inbox;
