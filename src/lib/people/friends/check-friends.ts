import type { AccessRule } from '#lib/cache/cache.ts';
import { alone } from '../alone.ts';
import { documentOf } from '../address.ts';
import { isKnown } from '../known.ts';
import type { House } from '../me.ts';
import { spaceOf } from '../space.ts';
import { friendsAccess, readersAmong } from './audience.ts';
import { entriesIn } from './entry.rules.ts';
import type { Friend } from './friend.ts';
import { friends } from './friends.question.ts';
import { settle } from './settle.ts';

const HOUR = 3_600_000;

/**
 * Looks at what friends' spaces say by now (answers that are older than an hour, profiles older than a day) and
 * makes mine follow. Never rejects for a space that is down: what was last known stays.
 */
export function checkFriends(house: House, now = Date.now()): Promise<void> {
  return alone(house.me.id, () => check(house, now));
}

async function check(house: House, now: number): Promise<void> {
  const { me, sync, asking } = house;
  const records = spaceOf(me).subscriptions;
  await freshen(house, [records], HOUR / 12, now);
  const entries = [...entriesIn((await asking.read(records)).graph, me.id).values()];
  await freshen(
    house,
    entries.map((entry) => documentOf(entry.object)),
    24 * HOUR,
    now
  );
  await freshen(house, entries.map((entry) => entry.target).filter(isText), HOUR, now);
  await freshen(house, entries.map((entry) => entry.origin).filter(isText), 24 * HOUR, now);
  // What is decided from here on, is decided from the whole list.
  if (!isKnown(await asking.read(records))) return;
  await settle(house);
  await mendAccess(house, await friends(me)(asking.read), await sync.outbox(), now);
}

const isText = (value: string | undefined): value is string => value !== undefined;

async function freshen(house: House, urls: string[], maxAge: number, now: number): Promise<void> {
  const views = await Promise.all(urls.map((url) => house.asking.read(url)));
  const old = views.filter((view) => now - (view.document?.asked ?? 0) >= maxAge);
  if (old.length) await house.sync.refresh(old.map((view) => view.url));
}

/**
 * Two devices that each accept somebody at the same moment can write a list without the other's friend. Compares
 * with what the server enforces, a few times a day and whenever my list has changed, and writes it again where it
 * differs.
 */
async function mendAccess(
  house: House,
  all: readonly Friend[],
  outbox: readonly { document: string }[],
  now: number
): Promise<void> {
  const folder = spaceOf(house.me).friendsFolder;
  const should = friendsAccess(house.me, readersAmong(all));
  const list = readers(should).join(' ');
  const last = (await house.notes.get(CHECKED)) as { at: number; list: string } | undefined;
  if (last && last.list === list && Math.abs(now - last.at) < 6 * HOUR) return;
  if (outbox.some((entry) => entry.document === folder)) return;
  const is = await house.sync.access(folder).catch(() => undefined);
  // Not to be known now: the next time.
  if (!is) return;
  if (readers(is).join(' ') !== list) {
    const label = 'Set right who may read what is for friends';
    await house.sync.change([{ document: folder, intent: { kind: 'access', access: should }, label }]);
  }
  await house.notes.set(CHECKED, { at: now, list });
}

const CHECKED = 'friends:access-checked';

/** Everybody besides the owner who may do anything there. */
const readers = (access: AccessRule): string[] => [
  ...Object.keys(access.people)
    .filter((id) => !access.owner.includes(id))
    .sort(),
  ...(access.everyone.length ? ['everyone'] : []),
  ...(access.signedIn.length ? ['signed in'] : [])
];
