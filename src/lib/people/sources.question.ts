import type { Question, Read } from '#lib/query/ask.ts';
import { documentOf } from './address.ts';
import { friendsAsOf } from './friends/friends.question.ts';
import type { House } from './me.ts';
import { spaceOf } from './space.ts';
import { storagesIn } from './storage.ts';

/** Pages to follow, and who may be believed in them. */
export interface Source {
  readonly owner: string;
  readonly storages: readonly string[];
  /** Rolling pages in the owner's own storages: the public one, and those for friends that I may read. */
  readonly documents: readonly string[];
  /** The friendship is my yes to their asking: their app lets me in when it has seen it. */
  readonly byMyYes?: boolean;
}

/**
 * Me first, then my friends. It keeps my records true but not everybody's profile and answers: those are read from
 * the cache (and fetched when they never were), so a feed costs one request a friend and page. `checkFriends` keeps
 * them true.
 */
export function sources(house: Pick<House, 'me' | 'asking'>): Question<Source[]> {
  const { me, asking } = house;
  return async (read) => {
    const look: Read = async (url) => {
      const view = await asking.read(url);
      return view.document === undefined && view.waiting.length === 0 ? read(url) : view;
    };
    const card = await look(documentOf(me.id));
    const space = spaceOf(me, card.graph);
    const mine: Source = {
      owner: me.id,
      storages: [...new Set([me.storage, ...storagesIn(card.graph, me.id)])],
      documents: [space.publicRecent, space.friendsRecent]
    };
    const friends = (await friendsAsOf(me, read, look)).filter((friend) => friend.state === 'friend');
    return [
      mine,
      ...friends.map((friend) => ({
        ...from(friend),
        owner: friend.id,
        ...(friend.mine?.says === 'accept' ? { byMyYes: true } : {})
      }))
    ];
  };
}

function from(friend: {
  storages: readonly string[];
  publicStreams: readonly string[];
  streams: readonly string[];
}): Pick<Source, 'storages' | 'documents'> {
  return {
    storages: friend.storages,
    documents: [...new Set([...friend.publicStreams, ...friend.streams])]
  };
}
