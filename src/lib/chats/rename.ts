import { changeTo } from '#lib/rdf/change.ts';
import type { Patch } from '#lib/rdf/patch.ts';
import { shape } from '#lib/rdf/shape.ts';
import { Cannot } from '#lib/people/cannot.ts';
import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import { moment } from '#lib/people/moment.ts';
import type { Write } from '#lib/sync/sync.ts';
import { headFor } from './head.ts';
import { NAMELESS } from './chat.question.ts';
import { longChat } from './long-chat.shape.ts';
import { labels, sentences } from './words.ts';

const { title, picture, rules } = longChat.fields;
const parts = {
  title: shape([], { title }),
  picture: shape([], { picture }),
  rules: shape([], { rules })
};

/** Gives a chat a name; an empty one takes it away. For who looks after it. */
export function rename(house: House, id: string, to: string, now = moment(house)): Promise<string[]> {
  return describe(house, id, { title: to }, now);
}

/** What is not named stays; an empty text takes it away. */
export interface Description {
  readonly title?: string;
  readonly picture?: string;
  readonly rules?: string;
}

export async function describe(
  house: House,
  id: string,
  change: Description,
  now = moment(house),
  after: Write['after'] = []
): Promise<string[]> {
  const head = await headFor(house, id);
  if (head.role !== 'owner' && head.role !== 'moderator') throw new Cannot(sentences.notLooking);
  const document = documentOf(id);
  const { graph } = await house.asking.read(document);
  const tidy = (text: string) => text.trim() || undefined;
  const patches: Patch[] = [
    ...(change.title === undefined
      ? []
      : [changeTo(parts.title, graph, { id, title: tidy(change.title) ?? NAMELESS })]),
    ...(change.picture === undefined
      ? []
      : [changeTo(parts.picture, graph, { id, picture: tidy(change.picture) })]),
    ...(change.rules === undefined ? [] : [changeTo(parts.rules, graph, { id, rules: tidy(change.rules) })])
  ];
  const insert = patches.flatMap((patch) => patch.insert);
  const gone = patches.flatMap((patch) => patch.delete);
  if (insert.length + gone.length === 0) return [];
  // Of several names only one can stand when another device changes it too.
  const single = [...new Set([...insert, ...gone].map(({ predicate }) => predicate.value))].map((word) => ({
    subject: id,
    predicates: [word],
    from: graph.about(id).filter(({ predicate }) => predicate.value === word),
    at: now.at.getTime()
  }));
  return house.sync.change([
    { document, intent: { kind: 'patch', insert, delete: gone, single }, after, label: labels.rename }
  ]);
}
