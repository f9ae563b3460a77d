import type { Write } from '#lib/sync/sync.ts';
import { iri, quad } from '#lib/rdf/terms.ts';
import { SOLID } from '#lib/rdf/vocab.ts';
import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import { folderOf, yearOf } from './places.ts';

/**
 * The first public post of a year moves `solid:timeline` in my profile to the folder of that year: solid-social/timeline
 * finds day documents only directly in the folder named there. Nothing when the profile names no year of ours.
 */
export async function newYear(house: House, at: Date): Promise<Write[]> {
  const { id, storage } = house.me;
  const card = documentOf(id);
  const named = (await house.asking.read(card)).graph.iris(id, SOLID.timeline);
  const year = yearOf(storage, 'public', at);
  const old = named.filter((folder) => isYear(folder, folderOf(storage, 'public')) && folder < year);
  if (old.length === 0 || named.includes(year)) return [];
  const says = (folder: string) => quad(id, SOLID.timeline, iri(folder));
  return [
    {
      document: card,
      intent: { kind: 'patch', insert: [says(year)], delete: old.map(says) },
      label: 'A new year in your profile'
    }
  ];
}

const isYear = (folder: string, above: string): boolean =>
  folder.startsWith(above) && /^\d{4}\/$/.test(folder.slice(above.length));
