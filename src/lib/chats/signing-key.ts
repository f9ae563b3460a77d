import { SOLID } from '#lib/rdf/vocab.ts';
import { write } from '#lib/rdf/shape.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { alone } from '#lib/people/alone.ts';
import { Cannot } from '#lib/people/cannot.ts';
import { forEveryone } from '#lib/people/edit-profile.ts';
import { isKnown } from '#lib/people/known.ts';
import type { House } from '#lib/people/me.ts';
import type { Write } from '#lib/sync/sync.ts';
import { idle } from './keep/idle.ts';
import { publicKeyIn } from './keys.question.ts';
import { privateKey, publicKey } from './long-chat.shape.ts';
import { isKey } from './is-key.ts';
import { newPrivateKey, publicKeyOf } from './signature.ts';
import { labels, sentences } from './words.ts';

export const privateKeyIn = (storage: string): string => `${storage}settings/keys/privateKey.ttl`;

// Two messages at once must not make two keys.
const turns = new WeakMap<House, Promise<unknown>>();

/**
 * My private key for signing, 64 hex digits: the one that is there already (SolidOS may have made it), or a new one.
 * It lies readable in my space, so it proves to readers who wrote, and must never be used to encrypt. Throws `Cannot`
 * while nobody knows whether there is one.
 */
export function signingKey(house: House): Promise<string> {
  const turn = (turns.get(house) ?? Promise.resolve())
    .catch(() => undefined)
    .then(async () => (await kept(house)) ?? alone(`${house.me.id} signing`, () => find(house)));
  turns.set(house, turn);
  return turn;
}

/**
 * Whoever writes needs the key soon: asks what my space has while it answers, so that a first message can be sent
 * without a network.
 */
export async function expectKey({ me, asking, sync }: House): Promise<void> {
  for (const url of [privateKeyIn(me.storage), publicKeyIn(me.storage)])
    if (!isKnown(await asking.read(url))) sync.want(url);
  const key = keyIn((await asking.read(privateKeyIn(me.storage))).graph.objects(me.id, SOLID.privateKey));
  if (key === undefined) return;
  // The first signature of a page works out a table (some 30 ms): while one writes, not when one sends.
  await idle();
  publicKeyOf(key);
}

/** The key, when it and what shows it are here. Nothing is to be made then, so nobody else need be waited for. */
async function kept({ me, asking }: House): Promise<string | undefined> {
  const [hidden, shown] = await Promise.all(
    [privateKeyIn, publicKeyIn].map((at) => asking.read(at(me.storage)))
  );
  const key = keyIn(hidden!.graph.objects(me.id, SOLID.privateKey));
  return key !== undefined && isShown(shown!.graph.about(me.id), key) ? key : undefined;
}

async function find(house: House): Promise<string> {
  const { me, asking, sync } = house;
  const [hidden, shown] = [privateKeyIn(me.storage), publicKeyIn(me.storage)];
  const known = async () => {
    const views = await Promise.all([hidden, shown].map((url) => asking.read(url)));
    return views.every((view) => isKnown(view) || view.waiting.length > 0);
  };
  if (!(await known())) await sync.refresh([hidden, shown]);
  const key = keyIn((await asking.read(hidden)).graph.objects(me.id, SOLID.privateKey));
  if (key === undefined && !(await known())) throw new Cannot(sentences.noKey);
  const mine = key ?? newPrivateKey();
  const writes = key === undefined ? created(house, hidden, mine) : [];
  const there = (await asking.read(shown)).graph.about(me.id).filter(isPublicKey);
  if (!isShown(there, mine)) {
    const folder = shown.slice(0, shown.lastIndexOf('/') + 1);
    const access = { document: folder, intent: { kind: 'access' as const, access: forEveryone(me) } };
    const insert = write(publicKey, { id: me.id, publicKey: publicKeyOf(mine) });
    const first = writes.length;
    writes.push(
      { ...access, label: labels.key },
      { document: shown, intent: { kind: 'patch', insert, delete: there }, after: [first], label: labels.key }
    );
  }
  if (writes.length) await sync.change(writes);
  return mine;
}

/** Closed before there is anything in it. */
function created({ me }: House, hidden: string, key: string): Write[] {
  const folder = hidden.slice(0, hidden.lastIndexOf('/') + 1);
  const onlyMe = { owner: [me.id], everyone: [], signedIn: [], people: {} };
  const insert = write(privateKey, { id: me.id, privateKey: key });
  return [
    { document: folder, intent: { kind: 'access', access: onlyMe }, label: labels.key },
    { document: hidden, intent: { kind: 'patch', insert, delete: [] }, after: [0], label: labels.key }
  ];
}

const isPublicKey = ({ predicate }: Quad): boolean => predicate.value === SOLID.publicKey;

const isShown = (said: readonly Quad[], key: string): boolean =>
  said.some((quad) => isPublicKey(quad) && quad.object.value.toLowerCase() === publicKeyOf(key));

const keyIn = (values: readonly { value: string }[]): string | undefined =>
  values.map(({ value }) => value.toLowerCase()).find(isKey);
