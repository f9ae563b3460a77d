import type { AccessRule } from '#lib/cache/cache.ts';
import type { View } from '#lib/cache/view.ts';
import { PIM } from '#lib/rdf/vocab.ts';
import { documentOf } from '../address.ts';
import { Cannot } from '../cannot.ts';
import { bookOf, type Book } from '../contacts/book.question.ts';
import { readersAmong } from '../friends/audience.ts';
import { friends } from '../friends/friends.question.ts';
import type { House, Me } from '../me.ts';
import { mySpace, type Space } from '../space.ts';

/** A space as it is, read anew: what preparing it starts from. */
export interface Surroundings {
  readonly me: Me;
  readonly space: Space;
  readonly book: Book;
  /** By address; folders too. */
  readonly views: ReadonlyMap<string, View>;
  /** Who may do what in the folders that are there. */
  readonly access: ReadonlyMap<string, AccessRule>;
  readonly friends: readonly string[];
  readonly year: number;
}

/** Looks at everything a prepared space has. Throws `Cannot` when the space does not answer. */
export async function lookAround(house: House, now = new Date()): Promise<Surroundings> {
  const { me, sync, asking } = house;
  const views = new Map<string, View>();
  const see = async (urls: readonly string[]) => {
    await sync.refresh(urls);
    // A server that is busy with all these questions may refuse one; nothing may be supposed missing for that.
    const missed = await Promise.all(urls.map((url) => asking.read(url)));
    await sync.refresh(missed.filter((view) => view.document?.state === 'broken').map((view) => view.url));
    for (const url of urls) views.set(url, heard(await asking.read(url)));
  };
  const card = documentOf(me.id);
  await see([card]);
  const named = views.get(card)!.graph.iris(me.id, PIM.preferencesFile)[0];
  if (named) await see([documentOf(named)]);
  const space = await mySpace(me)(asking.read);
  const folders = [
    space.publicTimeline,
    space.pictures,
    space.friendsFolder,
    space.inbox,
    space.settings,
    space.contacts
  ];
  await see([
    ...folders,
    ...[space.preferences, space.publicTypeIndex, space.privateTypeIndex, space.subscriptions, space.invites]
  ]);
  const first = await bookOf(me)(asking.read);
  await see([documentOf(first.id), first.groups, documentOf(first.friends)]);
  const access = new Map<string, AccessRule>();
  await Promise.all(
    folders
      .filter((url) => isThere(views.get(url)))
      .map(async (folder) => access.set(folder, await sync.access(folder)))
  );
  return {
    me,
    space,
    book: await bookOf(me)(asking.read),
    views,
    access,
    friends: readersAmong(await friends(me)(asking.read)),
    year: now.getUTCFullYear()
  };
}

export const isThere = (view: View | undefined): boolean =>
  view?.document?.state === 'fresh' || view?.document?.state === 'stale';

/** An answer of the server, whatever it is. Where there is none, nothing may be supposed missing. */
function heard(view: View): View {
  const { document } = view;
  if (document?.state === 'missing' || isThere(view)) return view;
  if (document?.problem?.status === 401)
    throw new Cannot('Your sign-in has ended. Sign in again, then go on here.');
  if (document?.state === 'forbidden') {
    throw new Cannot(`Your own space does not let Hearth look at ${new URL(view.url).pathname}.`);
  }
  throw new Cannot('Your space does not answer. Nothing was changed. Try again in a moment.');
}
