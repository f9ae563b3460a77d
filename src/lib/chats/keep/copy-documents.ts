import type { View } from '#lib/cache/view.ts';
import { documentOf } from '#lib/people/address.ts';
import { isKnown } from '#lib/people/known.ts';
import type { House } from '#lib/people/me.ts';
import { waitingAccess } from '#lib/people/waiting-access.ts';
import { iri, quad, type Quad } from '#lib/rdf/terms.ts';
import { AS, DCT } from '#lib/rdf/vocab.ts';
import type { Write } from '#lib/sync/sync.ts';
import { copyFolder, copyOf } from './copy-place.ts';
import { labels } from './words.ts';

/**
 * Puts what these documents of a chat say into my copy, as far as it is not there. Only adds (but for where the newest
 * day is): what somebody takes out of the original afterwards stays in my copy. The copy's index names each day it
 * holds, so that all of them are found also where the chat links none. Answers the ids of the outbox entries; none
 * means that there was nothing to copy.
 */
export async function copyDocuments(house: House, chat: string, views: readonly View[]): Promise<string[]> {
  const folder = await copyFolder(house.me, chat);
  const outbox = await house.sync.outbox();
  const index = `${folder}index.ttl`;
  const copies = await Promise.all(
    views
      // What I am still sending is copied when it has arrived.
      .filter(({ waiting, graph }) => waiting.length === 0 && graph.quads.length > 0)
      .flatMap((view) => {
        const place = copyOf(folder, chat, view.url);
        return place === undefined ? [] : [known(house, place).then((copy) => ({ view, copy }))];
      })
  );
  const writes = copies.flatMap(({ view, copy }): Write[] => {
    const insert = missingIn(copy, view);
    if (insert.length === 0) return [];
    return [patch(outbox, copy.url, insert, outdated(copy, view))];
  });
  const { graph } = await known(house, index);
  const days = copies
    .map(({ view }) => view.url)
    .filter((url) => url !== documentOf(chat) && !graph.has(`${index}#this`, DCT.hasPart, url))
    .map((url) => quad(`${index}#this`, DCT.hasPart, iri(url)));
  // After the days themselves: the index names nothing that is not there.
  if (days.length) writes.push(patch(outbox, index, days, [], [...writes.keys()]));
  return writes.length ? house.sync.change(writes) : [];
}

function patch(
  outbox: Parameters<typeof waitingAccess>[0],
  document: string,
  insert: Quad[],
  gone: Quad[],
  after: number[] = []
): Write {
  return {
    document,
    intent: { kind: 'patch', insert, delete: gone },
    after: [...waitingAccess(outbox, document), ...after],
    label: labels.copy
  };
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
