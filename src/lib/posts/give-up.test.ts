// @vitest-environment client
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Placed } from './feed.question.ts';
import { readPost } from './heard.ts';
import { giveUp } from './give-up.ts';
import { homeDraft } from './draft.svelte.ts';
import { edit } from './edit.ts';
import { testHouse, type TestHouse } from './house.testing.ts';
import { publish } from './publish.ts';
import { recentOf } from './places.ts';
import { sendingOf } from './sending.ts';

let house: TestHouse;
beforeEach(() => void (house = testHouse('https://anna.example/')));
afterEach(() => house.close());

async function placed(id: string): Promise<Placed> {
  const { graph } = await house.asking.read(recentOf(house.me.storage, 'public'));
  const post = readPost(graph, id)!;
  return { post, at: post.published, open: true, sending: sendingOf(await house.sync.outbox(), id) };
}
const given = async (id: string) => {
  const { post, sending } = await placed(id);
  return { id, text: post.content, entries: sending?.entries ?? [] };
};
const refuse = () => (house.world.sky = ({ verb }) => (verb === 'patch' ? 'forbidden' : 'fair'));
const stopped = (id: string) => expect.poll(async () => (await placed(id)).sending?.state).toBe('refused');

it('puts the text of a new post back into the box', async () => {
  refuse();
  const { post } = await publish(house, { text: 'Not today', audience: 'public' });
  await stopped(post);
  expect(await giveUp(house, await given(post))).toBe('new');
  expect(await house.notes.get('draft:home')).toMatchObject([{ text: 'Not today', extra: 'public' }]);
  expect(await house.sync.outbox()).toEqual([]);
});

it('never writes over what is being written', async () => {
  const draft = homeDraft(house);
  refuse();
  const { post } = await publish(house, { text: 'Refused', audience: 'public' });
  await stopped(post);
  draft.text = 'Something else';
  await giveUp(house, await given(post));
  expect([draft.text, draft.audience]).toEqual(['Something else\n\nRefused', 'friends']);
});

it('puts the text of an edit back into the edit, and shows what was there before', async () => {
  const { post } = await publish(house, { text: 'First', audience: 'public' });
  await house.allSent();
  refuse();
  await edit(house, post, 'Second');
  await stopped(post);
  expect(await giveUp(house, await given(post))).toBe('edit');
  expect(await house.notes.get(`draft:edit:${post}`)).toMatchObject([{ text: 'Second' }]);
  expect((await placed(post)).post.content).toBe('First');
});
