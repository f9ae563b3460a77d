import { Graph } from '#lib/rdf/graph.ts';
import { LDP, PIM, SOLID } from '#lib/rdf/vocab.ts';
import type { Question } from '#lib/query/ask.ts';
import { documentOf } from './address.ts';
import type { Me } from './me.ts';

/** Where things are in a person's space. Folders end with a slash. */
export interface Space {
  readonly storage: string;
  /** The person's WebID document; may lie outside the storage. */
  readonly card: string;
  readonly inbox: string;
  readonly preferences: string;
  readonly publicTypeIndex: string;
  readonly privateTypeIndex: string;
  readonly settings: string;
  /** Private: whose pages I follow, and what became of each friendship. */
  readonly subscriptions: string;
  /** Private: open invitations and their tokens. */
  readonly invites: string;
  readonly publicTimeline: string;
  readonly publicRecent: string;
  /** Its access list is the audience "friends". */
  readonly friendsFolder: string;
  readonly friendsRecent: string;
  /** Readable by everyone: pictures of the profile. */
  readonly pictures: string;
  readonly contacts: string;
}

/**
 * The addresses of a space. What the WebID document (and the preferences file it names) already say of inbox,
 * preferences and type indexes holds; the rest is the layout in docs/data.md.
 */
export function spaceOf(
  me: Pick<Me, 'id' | 'storage'>,
  card: Graph = new Graph([]),
  preferences: Graph = new Graph([])
): Space {
  const { id, storage } = me;
  const named = (predicate: string) => card.iris(id, predicate)[0] ?? preferences.iris(id, predicate)[0];
  const settings = `${storage}settings/`;
  return {
    storage,
    card: documentOf(id),
    inbox: named(LDP.inbox) ?? `${storage}inbox/`,
    preferences: named(PIM.preferencesFile) ?? `${settings}prefs.ttl`,
    publicTypeIndex: named(SOLID.publicTypeIndex) ?? `${settings}publicTypeIndex.ttl`,
    privateTypeIndex: named(SOLID.privateTypeIndex) ?? `${settings}privateTypeIndex.ttl`,
    settings,
    subscriptions: `${settings}subscriptions.ttl`,
    invites: `${settings}invites.ttl`,
    publicTimeline: `${storage}public/timeline/`,
    publicRecent: `${storage}public/timeline/recent.ttl`,
    friendsFolder: `${storage}social/friends/`,
    friendsRecent: `${storage}social/friends/recent.ttl`,
    pictures: `${storage}public/pictures/`,
    contacts: `${storage}contacts/`
  };
}

/** My space, as far as the cache knows what my WebID document names. */
export function mySpace(me: Pick<Me, 'id' | 'storage'>): Question<Space> {
  return async (read) => {
    const card = (await read(documentOf(me.id))).graph;
    const file = card.iris(me.id, PIM.preferencesFile)[0];
    return spaceOf(me, card, file === undefined ? undefined : (await read(file)).graph);
  };
}

/** The folder of one relationship: only I and the other person may read it. `ulid` is from the ulid package. */
export function relationshipFolder(storage: string, ulid: string): string {
  // Letter first: names that start with a digit trip other apps.
  return `${storage}social/r${ulid.toLowerCase()}/`;
}
