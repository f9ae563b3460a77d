import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import { audienceOf, folderOf } from './places.ts';
import { coversDocument } from '#lib/people/waiting-access.ts';
import { viewersOf, type Viewers } from './who-sees.rules.ts';

/**
 * Who may read a document of mine (or the post in it), by the rules my space really keeps, asked from the space
 * itself. A rule still on its way counts: what waits is sent after it. Throws PodProblem.
 */
export async function whoSees(house: House, address: string): Promise<Viewers> {
  const document = documentOf(address);
  const onTheirWay = (await house.sync.outbox()).findLast(
    ({ intent, document: ruled }) => intent.kind === 'access' && coversDocument(ruled, document)
  );
  if (onTheirWay?.intent.kind === 'access') return viewersOf(onTheirWay.intent.access);
  const state = (await house.asking.read(document)).document?.state ?? 'missing';
  const audience = audienceOf(house.me.storage, address);
  // A document that has not arrived yet will be kept by the rules of its folder.
  const ruled = state === 'missing' && audience ? folderOf(house.me.storage, audience) : document;
  return viewersOf(await house.sync.access(ruled));
}
