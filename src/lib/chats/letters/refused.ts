import { dateTime, quad } from '#lib/rdf/terms.ts';
import { AS } from '#lib/rdf/vocab.ts';
import type { House } from '#lib/people/me.ts';
import { keptDocument } from '../mine.ts';
import { labels } from '../words.ts';

/** Notes that I am not let in by the link I asked with (`ask`: what is kept of my asking). */
export async function refused(house: House, ask: string, at: Date): Promise<string[]> {
  const document = keptDocument(house.me);
  const insert = [quad(ask, AS.deleted, dateTime(at))];
  return house.sync.change([{ document, intent: { kind: 'patch', insert, delete: [] }, label: labels.kept }]);
}
