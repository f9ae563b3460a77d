import { expect, it } from 'vitest';
import { iri, quad } from '#lib/rdf/terms.ts';
import { RDF, SCHEMA } from '#lib/rdf/vocab.ts';
import { textIn, twoWhoTalk, type Stage } from './house.testing.ts';
import { unreact } from './react.ts';
import { replyIn } from './reply-in.ts';

let stage: Stage;
twoWhoTalk((each) => (stage = each));

it('nobody makes a reaction of her message: pressing it would delete her words', async () => {
  const { anna, other, first, adds, seen } = stage;
  const inThread = (await replyIn(anna, other, { text: 'In a thread' })).message;
  await anna.allSent();
  for (const id of [first, inThread])
    await adds(
      quad(id, RDF.type, iri(SCHEMA.LikeAction)),
      quad(id, SCHEMA.target, iri(other)),
      quad(id, SCHEMA.agent, iri(anna.me.id))
    );
  expect((await seen()).flatMap(({ reactions }) => reactions)).toEqual([]);
  for (const id of [first, inThread]) expect(await unreact(anna, id)).toEqual([]);
  expect(textIn((await seen()).find(({ id }) => id === first)!.body)).toBe('I owe you 5');
});
