import type { Question, Read } from '#lib/query/ask.ts';
import { documentOf } from '../address.ts';
import type { Me } from '../me.ts';
import { readProfile, type Person } from '../profile.rules.ts';
import { spaceOf } from '../space.ts';
import { standsIn } from '../storage.ts';
import { entriesIn, type Entry } from './entry.rules.ts';
import type { Friend } from './friend.ts';
import { standing, type Standing } from './friendship.rules.ts';
import { hear, type Heard } from './hear.ts';
import { isYes, type Side } from './side.rules.ts';

/** Everyone I have said something to, or who has asked me, by name. */
export function friends(me: Me): Question<Friend[]> {
  return (read) => friendsAsOf(me, read, read);
}

/** The same with `look` for the documents of each person, for questions that must not ask the network for them all. */
export async function friendsAsOf(me: Me, read: Read, look: Read): Promise<Friend[]> {
  const records = await read(spaceOf(me).subscriptions);
  const entries = [...entriesIn(records.graph, me.id).values()];
  const found = await Promise.all(entries.map((entry) => friendIn(entry, me, look)));
  return found.filter((friend) => friend !== undefined).sort((a, b) => a.name.localeCompare(b.name));
}

async function friendIn(entry: Entry, me: Me, look: Read): Promise<Friend | undefined> {
  const person = readProfile(await look(documentOf(entry.object)), entry.object);
  const open = person.inbox ? [person.inbox] : [];
  const mine = await hear(entry.origin, look, {
    from: me.id,
    to: entry.object,
    storages: [me.storage],
    open: []
  });
  const to = { from: entry.object, to: me.id, storages: person.storages, open };
  const theirs = await hear(entry.target, look, to);
  const state = stateOf(entry, mine, theirs);
  return state && toFriend(entry, person, state, mine, theirs);
}

function stateOf(entry: Entry, mine: Heard, theirs: Heard): Standing | undefined {
  if (mine.silent || theirs.silent) return lastKnown(entry, mine.side);
  const state = standing(mine.side, theirs.side);
  // Their word is gone, and we were friends.
  const lost = entry.confirmed !== undefined && state?.state === 'asked' && theirs.side === undefined;
  return lost ? { state: 'ended', by: 'them' } : state;
}

function lastKnown(entry: Entry, mine: Side | undefined): Standing | undefined {
  const yes = mine === undefined || isYes(mine);
  if (yes && (entry.confirmed !== undefined || mine?.says === 'accept')) return { state: 'friend' };
  if (mine !== undefined) return standing(mine, undefined);
  return { state: entry.origin === undefined ? 'asks' : 'asked' };
}

function toFriend(entry: Entry, person: Person, state: Standing, mine: Heard, theirs: Heard): Friend {
  const pages = theirs.side && isYes(theirs.side) ? theirs.side.streams : entry.streams;
  const open = person.inbox ? [person.inbox] : [];
  return {
    ...state,
    id: entry.object,
    name: person.ownName ?? entry.name ?? person.name,
    mine: mine.side,
    theirs: theirs.side,
    quiet: theirs.quiet || isUnreachable(person.problem),
    recorded: entry.confirmed !== undefined,
    streams: pages.filter((page) => standsIn(page, person.storages) && !standsIn(page, open)).slice(0, 4),
    publicStreams: person.streams,
    storages: person.storages,
    inbox: person.inbox,
    since: entry.published
  };
}

const isUnreachable = (problem: string | undefined): boolean =>
  problem === 'offline' || problem === 'slow' || problem === 'broken';
