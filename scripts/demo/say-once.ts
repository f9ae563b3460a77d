import { ulid } from 'ulid';
import { dayOf, recentOf } from '#lib/posts/places.ts';
import { publish } from '#lib/posts/publish.ts';
import { RDF } from '#lib/rdf/vocab.ts';
import type { DemoHouse } from './demo-house.ts';
import type { DemoPerson } from './people.ts';

const HOUR = 3_600_000;

/**
 * A demo post, so many hours before the demo was begun. Its name follows from that time, so a start that goes on after
 * an interruption finds what was said already, and what was half said becomes whole.
 */
export async function sayOnce(
  house: DemoHouse,
  { text, audience, hoursAgo }: DemoPerson['posts'][number],
  begun: Date
): Promise<void> {
  const at = new Date(begun.getTime() - hoursAgo * HOUR);
  const now = { at, ulid: ulid(at.getTime(), () => 0) };
  const day = dayOf(house.me.storage, audience, at);
  const places = [day, recentOf(house.me.storage, audience)];
  await house.sync.refresh(places);
  const views = await Promise.all(places.map((place) => house.asking.read(place)));
  if (views.every(({ graph }) => graph.has(`${day}#p${now.ulid}`, RDF.type))) return;
  await publish(house, { text, audience }, now);
  await house.allSent();
}
