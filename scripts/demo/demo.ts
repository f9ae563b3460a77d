import { request } from '#lib/people/friends/request.ts';
import { editProfile } from '#lib/people/edit-profile.ts';
import { profileOf } from '#lib/people/profile.question.ts';
import { plan } from '#lib/people/setup/plan.ts';
import { prepare } from '#lib/people/setup/prepare.ts';
import { befriend } from './befriend.ts';
import { demoHouse, type DemoHouse } from './demo-house.ts';
import { mark, marked, type Listed } from './marker.ts';
import { PEOPLE, portrait, type DemoPerson } from './people.ts';
import { sayOnce } from './say-once.ts';

export interface DemoParts {
  /** Root of the server, with its slash. */
  readonly pods: string;
  readonly data: string;
  readonly portraits: string;
  /** Goes on where it was interrupted. */
  readonly settle: (base: string, person: DemoPerson) => Promise<{ webId: string; storage: string }>;
  readonly signIn: (
    base: string,
    who: { email: string; password: string; webId: string }
  ) => Promise<typeof fetch>;
  readonly say: (line: string) => void;
}

/** Alice and Bob are friends, Carol asked Alice, Bob asked Carol: something to read and something to answer. */
const FRIENDSHIPS = [
  { asks: 'alice', asked: 'bob', accepted: true },
  { asks: 'carol', asked: 'alice', accepted: false },
  { asks: 'bob', asked: 'carol', accepted: false }
] as const;

/**
 * The demo people, made on the first start with the same verbs as in the app; afterwards only told. Where it was
 * interrupted it goes on.
 */
export async function makeDemo(parts: DemoParts): Promise<readonly Listed[]> {
  const marker = await marked(parts.data);
  if (marker.people) return marker.people;
  parts.say('Moving the demo people in ...');
  const houses = new Map<string, DemoHouse>();
  for (const person of PEOPLE) houses.set(person.handle, await moveIn(person, new Date(marker.begun), parts));
  const house = (handle: string) => houses.get(handle) as DemoHouse;
  for (const { asks, asked, accepted } of FRIENDSHIPS) {
    if (accepted) await befriend(house(asks), house(asked));
    else {
      await request(house(asks), house(asked).me.id);
      await house(asks).allSent();
    }
  }
  const people = PEOPLE.map(({ name, handle, email, password }) => ({
    name,
    webId: house(handle).me.id,
    email,
    password
  }));
  for (const one of houses.values()) one.sync.close();
  await mark(parts.data, { ...marker, people });
  return people;
}

async function moveIn(
  person: DemoPerson,
  begun: Date,
  { pods, portraits, settle, signIn }: DemoParts
): Promise<DemoHouse> {
  const { webId, storage } = await settle(pods, person);
  const house = demoHouse(
    pods,
    { id: webId, storage, issuer: pods },
    await signIn(pods, { ...person, webId })
  );
  await prepare(house, await plan(house, { name: person.name }), () => undefined);
  const { picture } = await profileOf(webId)(house.asking.read);
  if (!picture) {
    await editProfile(house, { about: person.about, picture: await portrait(portraits, person.handle) });
    await house.allSent();
  }
  for (const post of person.posts) await sayOnce(house, post, begun);
  await house.allSent();
  return house;
}
