import type { View } from '#lib/cache/view.ts';
import { isKnown } from '#lib/people/known.ts';
import type { House } from '#lib/people/me.ts';
import { waitingAccess } from '#lib/people/waiting-access.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { AS, DCT } from '#lib/rdf/vocab.ts';
import type { Write } from '#lib/sync/sync.ts';
import { walk } from '../days.ts';
import { foundDays } from '../looked-for.ts';
import { copyFolder, copyOf } from './copy-place.ts';
import { labels } from './words.ts';

/** Documents that one call brings up to date: opening a chat must not write a year. */
const MOST = 3;

/**
 * Brings my copy up to date with what this device has read of the chat, the newest days first, at most `most` documents
 * a call; nothing when I keep none. Only adds (but for where the newest day is): what somebody takes out of the original afterwards stays in my copy.
 * Answers the ids of the outbox entries; none means that there is nothing left to copy.
 */
export async function refreshCopy(house: House, chat: string, most = MOST): Promise<string[]> {
  const folder = await copyFolder(house.me, chat);
  const index = await known(house, `${folder}index.ttl`);
  if (!index.graph.has(`${folder}index.ttl#this`, DCT.references, chat)) return [];
  const { read } = house.asking;
  const { days: found } = await foundDays(house, chat);
  const now = new Date(house.now());
  // From what is remembered here: this asks the chat's space for nothing.
  const { views } = await walk(read, chat, { found, now, isEnough: () => false });
  const outbox = await house.sync.outbox();
  const writes: Write[] = [];
  // A walk may come by a document twice.
  for (const view of new Map(views.map((each) => [each.url, each])).values()) {
    // What I am still sending is copied when it has arrived.
    if (writes.length >= most || view.waiting.length > 0 || view.graph.quads.length === 0) continue;
    const document = copyOf(folder, chat, view.url)!;
    const copy = await known(house, document);
    const insert = missingIn(copy, view);
    if (insert.length === 0) continue;
    const after = waitingAccess(outbox, document);
    writes.push({
      document,
      intent: { kind: 'patch', insert, delete: outdated(copy, view) },
      after,
      label: labels.copy
    });
  }
  return writes.length ? house.sync.change(writes) : [];
}

async function known(house: House, url: string): Promise<View> {
  const view = await house.asking.read(url);
  if (isKnown(view) || view.waiting.length > 0) return view;
  await house.sync.refresh([url]);
  return house.asking.read(url);
}

/** Without nameless things, which no N3 Patch can name (Solid Protocol 5.3.1). */
const missingIn = (copy: View, { graph }: View): Quad[] =>
  graph.quads.filter(
    ({ subject, predicate, object }) =>
      subject.termType === 'NamedNode' &&
      object.termType !== 'BlankNode' &&
      !copy.graph.has(subject.value, predicate.value, object)
  );

/** The newest day is one at a time: a reader follows only so many links of a document (days.ts). */
const outdated = (copy: View, { graph }: View): Quad[] =>
  copy.graph.quads.filter(
    ({ subject, predicate, object }) =>
      predicate.value === AS.current && !graph.has(subject.value, AS.current, object)
  );
