import { addContact } from '../contacts/add-contact.ts';
import { removeContact } from '../contacts/remove-contact.ts';
import type { House } from '../me.ts';
import { moment } from '../moment.ts';
import { opened } from './audience.ts';
import { spaceOf } from '../space.ts';
import { entriesIn, linesAbout } from './entry.rules.ts';
import type { Friend } from './friend.ts';
import { friends } from './friends.question.ts';
import { present } from './present.ts';
import { knows } from './public-friends.ts';
import { noted, recordsOf } from './records.ts';
import { isYes } from './side.rules.ts';
import { takeBack } from './take-back.ts';

/**
 * Makes my space follow what both spaces say: who became a friend may read what is for friends and stands in the
 * address book, who is none any more may not and does not. Doing it again changes nothing.
 */
export async function settle(house: House): Promise<void> {
  for (const { id } of (await everyone(house)).filter(isDue)) {
    const friend = await certain(house, id);
    if (!friend || !isDue(friend)) continue;
    // Each change shows in the next answer: the list of who may read must be the list after it.
    const all = await everyone(house);
    if (friend.state === 'friend') await begin(house, friend, all);
    else await end(house, friend, all);
  }
  await forget(house);
}

const everyone = (house: House): Promise<Friend[]> => friends(house.me)(house.asking.read);

/** Whether my space does not follow yet. What could not be read decides nothing. */
function isDue(friend: Friend): boolean {
  if (friend.quiet) return false;
  if (friend.state === 'friend') return !friend.recorded && friend.theirs !== undefined;
  return friend.recorded || isOver(friend);
}

/** They took it back. My word goes with it, or it would answer a question that they may ask much later. */
const isOver = (friend: Friend): boolean =>
  friend.state === 'ended' && friend.by === 'them' && friend.theirs?.says === 'undo' && isYes(friend.mine);

/**
 * How things stand by the spaces themselves: another device of mine may have ended what this one still remembers,
 * and nobody is let in again by an old memory.
 */
async function certain(house: House, id: string): Promise<Friend | undefined> {
  const before = (await everyone(house)).find((friend) => friend.id === id);
  const documents = [before?.mine?.document, before?.theirs?.document].filter((url) => url !== undefined);
  await house.sync.refresh([spaceOf(house.me).subscriptions, ...documents]);
  return (await everyone(house)).find((friend) => friend.id === id);
}

/** Drops the lines of people who asked and took it back before I answered: nothing was ever said between us. */
async function forget(house: House): Promise<void> {
  const { me, sync, asking } = house;
  const document = spaceOf(me).subscriptions;
  const { graph } = await asking.read(document);
  const shown = new Set((await everyone(house)).map((friend) => friend.id));
  const gone = [...entriesIn(graph, me.id).values()].filter(
    (entry) => entry.origin === undefined && !shown.has(entry.object)
  );
  if (gone.length === 0) return;
  const lines = gone.flatMap((entry) => linesAbout(graph, me.id, entry.object));
  await sync.change([
    { document, intent: { kind: 'patch', insert: [], delete: lines }, label: 'Forget a question taken back' }
  ]);
}

async function begin(
  house: House,
  friend: Friend,
  all: readonly Friend[],
  now = moment(house)
): Promise<void> {
  const { id, theirs, streams, name } = friend;
  const records = await recordsOf(house, id, now);
  const entry = { target: theirs!.document, confirmed: theirs!.activity, streams: [...streams], name };
  await house.sync.change(
    present([
      opened(house.me, all, { add: id }),
      noted(house, records, entry, `Remember ${name} as a friend`),
      await knows(house, id, true)
    ])
  );
  await addContact(house, friend);
}

async function end(house: House, friend: Friend, all: readonly Friend[], now = moment(house)): Promise<void> {
  const { id, mine, name, recorded } = friend;
  const label = `${name} is no friend any more`;
  const records = await recordsOf(house, id, now);
  const writes = present([
    recorded ? opened(house.me, all, { drop: id }) : undefined,
    isOver(friend) ? takeBack(house.me, mine!, id, label, now)[1] : undefined,
    recorded ? noted(house, records, { confirmed: undefined, streams: [] }, label) : undefined,
    recorded ? await knows(house, id, false) : undefined
  ]);
  if (writes.length) await house.sync.change(writes);
  if (recorded) await removeContact(house, friend);
}
