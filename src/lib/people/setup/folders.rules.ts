import type { AccessRule } from '#lib/cache/cache.ts';
import { LDP } from '#lib/rdf/vocab.ts';
import type { Write } from '#lib/sync/sync.ts';
import { forEveryone } from '../edit-profile.ts';
import { friendsAccess } from '../friends/audience.ts';
import type { Me } from '../me.ts';
import { step, type Step } from './step.ts';
import { isThere, type Surroundings } from './surroundings.ts';

/** Only me. */
export const onlyMe = (me: Me): AccessRule => ({ owner: [me.id], everyone: [], signedIn: [], people: {} });

/** Anyone signed in may leave something, only I may read it. */
export const letterBox = (me: Me): AccessRule => ({ ...onlyMe(me), signedIn: ['append'] });

const openToRead = (access: AccessRule) => access.everyone.includes('read');
const openToLetters = ({ everyone, signedIn }: AccessRule) =>
  [...everyone, ...signedIn].some((mode) => mode === 'append' || mode === 'write');

/** Whether nobody but me may do anything; what I may do there is mine to say. */
export const isPrivate =
  (me: Me) =>
  ({ owner, everyone, signedIn, people }: AccessRule): boolean =>
    everyone.length === 0 &&
    signedIn.length === 0 &&
    Object.keys(people).every((id) => id === me.id || owner.includes(id));

/** What everyone may read. A folder of another app that has something in it is left as it is. */
export function publicStep(around: Surroundings): Step {
  const { space, me } = around;
  const timeline = opened(
    around,
    space.publicTimeline,
    forEveryone(me),
    openToRead,
    'A place for posts to everyone'
  );
  const pictures = opened(around, space.pictures, forEveryone(me), openToRead, 'A place for your picture');
  // One after the other: both may have to make the folder around them (prepare.ts says why that matters).
  const after = timeline.map((_, number) => number);
  return step('public', [...timeline, ...pictures.map((write) => ({ ...write, after }))]);
}

/** What friends may read: its list is theirs exactly, whatever it was. */
export function friendsStep(around: Surroundings): Step {
  const { space, me, friends } = around;
  const should = friendsAccess(me, friends);
  const is = around.access.get(space.friendsFolder);
  const people = is && Object.keys(is.people).filter((id) => !is.owner.includes(id));
  const same =
    is &&
    is.everyone.length + is.signedIn.length === 0 &&
    people?.length === friends.length &&
    friends.every((id) => is.people[id]?.includes('read'));
  return step('friends', same ? [] : [ruled(space.friendsFolder, should, 'A place for posts to friends')]);
}

export function inboxStep(around: Surroundings): Step {
  const { space, me } = around;
  return step('inbox', opened(around, space.inbox, letterBox(me), openToLetters, 'A letter box'));
}

export function opened(
  around: Surroundings,
  folder: string,
  rule: AccessRule,
  isSo: (access: AccessRule) => boolean,
  label: string
): Write[] {
  const view = around.views.get(folder);
  if (!isThere(view)) return [ruled(folder, rule, label)];
  const is = around.access.get(folder);
  const empty = !view!.graph.has(folder, LDP.contains);
  // Empty and not as it should be: an earlier try that was cut short.
  return is && !isSo(is) && empty ? [ruled(folder, rule, label)] : [];
}

export const ruled = (document: string, access: AccessRule, label: string, after: number[] = []): Write => ({
  document,
  intent: { kind: 'access', access },
  after,
  label
});
