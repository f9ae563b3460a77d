import { expect, it } from 'vitest';
import { iri, quad } from '#lib/rdf/terms.ts';
import { WF } from '#lib/rdf/vocab.ts';
import { textIn, twoWhoTalk, type Stage } from './house.testing.ts';
import { signingKey } from './signing-key.ts';
import { listed, replaced, saidBy } from './statements.ts';

let anna: Stage['anna'];
let chat: string;
let day: string;
let adds: Stage['adds'];
let seen: Stage['seen'];
twoWhoTalk((stage) => ({ anna, chat, day, adds, seen } = stage));

it('a change that SolidOS made is no new message of its maker, whoever lists it', async () => {
  const key = await signingKey(anna);
  const [id, edit] = [`${day}#Msg1763700000001`, `${day}#Msg1763700000002`];
  const says = (id: string, content: string) =>
    saidBy(key, { id, content, at: new Date(), maker: anna.me.id });
  await adds(listed(chat, id), ...(await says(id, 'I owe you 5')));
  await adds(replaced(id, edit), ...(await says(edit, 'I owe you 6')));
  const last = async (from: number) =>
    (await seen()).slice(from).map(({ body, signature, flags }) => [textIn(body), signature, ...flags]);
  expect(await last(2)).toEqual([['I owe you 6', 'verified']]);
  await adds(quad(chat, WF.message, iri(edit)));
  const shown = await last(2);
  expect(shown).toContainEqual(['I owe you 6', 'unchecked', 'unplaced']);
  expect(shown.filter(([text, signature]) => text === 'I owe you 6' && signature === 'verified')).toEqual([]);
});
