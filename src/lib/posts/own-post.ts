import type { View } from '#lib/cache/view.ts';
import { Graph } from '#lib/rdf/graph.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { AS } from '#lib/rdf/vocab.ts';
import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import { NoSuchPost } from './no-such-post.ts';
import { audienceOf, recentOf, type Audience } from './places.ts';
import { newest } from './times.ts';

/** A post of mine in the two documents that describe it. */
export interface OwnPost {
  readonly id: string;
  readonly day: View;
  /** What is said of it there; what the page says where the day's document is not at hand. */
  readonly said: readonly Quad[];
  /** Undefined for a post that another app wrote elsewhere: then there is no page to keep. */
  readonly audience: Audience | undefined;
  readonly page: View | undefined;
  /** When it was written or last changed, milliseconds since 1970. */
  readonly touched: number;
}

/** Finds it; asks the network only where this device never saw the documents. Throws NoSuchPost. */
export async function ownPost(house: House, id: string): Promise<OwnPost> {
  const url = documentOf(id);
  let day = await house.asking.read(url);
  if (day.graph.about(id).length === 0) {
    await house.sync.refresh([url]);
    day = await house.asking.read(url);
  }
  const audience = audienceOf(house.me.storage, id);
  const page = audience && (await pageOf(house, recentOf(house.me.storage, audience)));
  const said = [day.graph, page?.graph].map((graph) => graph?.about(id) ?? []).find(isAlive);
  if (!said) throw new NoSuchPost(id);
  return { id, day, said, audience, page, touched: newest(new Graph(said), id, [AS.published, AS.updated]) };
}

async function pageOf(house: House, url: string): Promise<View> {
  const page = await house.asking.read(url);
  if (page.document) return page;
  await house.sync.refresh([url]);
  return house.asking.read(url);
}

/** More than the tombstone of a deleted one. */
const isAlive = (said: readonly Quad[]): boolean =>
  said.length > 0 && !said.some((quad) => quad.object.value === AS.Tombstone);
