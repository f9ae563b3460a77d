import { documentOf } from '#lib/people/address.ts';
import { Cannot } from '#lib/people/cannot.ts';
import { known } from '#lib/people/known.ts';
import type { House } from '#lib/people/me.ts';
import { moment } from '#lib/people/moment.ts';
import { spaceOf } from '#lib/people/space.ts';
import { quad, text } from '#lib/rdf/terms.ts';
import { VCARD } from '#lib/rdf/vocab.ts';
import { accessFor } from './access-for.ts';
import { headFor } from './head.ts';
import { hasBeen, partsOf, takesPart } from './index-statements.ts';
import { chatLinks } from './links/chat-links.question.ts';
import { takenBack } from './links/take-back-links.ts';
import { notedDeletions } from './noted-deletions.ts';
import { labels, sentences } from './words.ts';

/**
 * Makes somebody who is in a chat its owner: they decide from then on. The documents stay where they are, and whose space
 * that is can always take the chat back (`to` is themselves). Who was the owner is a moderator then, may leave, and links
 * they made are taken back: it was their app that let people in. Throws `Cannot`.
 */
export async function handOver(house: House, id: string, to: string, now = moment(house)): Promise<string[]> {
  const { me } = house;
  const head = await headFor(house, id);
  const { host, owner } = head;
  if (host === undefined || owner === undefined || (me.id !== owner && me.id !== host))
    throw new Cannot(sentences.notOwn);
  if (to === owner) return [];
  const isIn = head.people.some((person) => person.id === to);
  if (!isIn && to !== host) throw new Cannot(sentences.notIn);
  const noted = hasBeen(id, owner, 'owner', now, await notedDeletions(house, id, owner));
  const document = documentOf(id);
  const { graph } = await house.asking.read(document);
  const [before, next] = [partsOf(graph, id, owner), partsOf(graph, id, to)];
  const role = (part: string, word: string) => quad(part, VCARD.role, text(word));
  const insert = [
    ...before.map((part) => role(part, 'moderator')),
    ...next.map((part) => role(part, 'owner')),
    ...(isIn ? [] : takesPart(id, to, 'owner', now.at, `${now.ulid}-0`)),
    ...noted
  ];
  const gone = [...before, ...next].flatMap((part) =>
    graph.about(part).filter(({ predicate }) => predicate.value === VCARD.role)
  );
  const roles = new Map(head.people.map((person) => [person.id, person.role]));
  roles.set(owner, 'moderator').set(to, 'owner');
  const label = labels.handOver;
  await known(house, spaceOf(me).invites);
  const links = await chatLinks(me, id)(house.asking.read);
  return house.sync.change([
    ...accessFor(host, id, roles, label),
    { document, intent: { kind: 'patch', insert, delete: gone }, after: [0, 1], label },
    ...takenBack(house, links, now.at)
  ]);
}
