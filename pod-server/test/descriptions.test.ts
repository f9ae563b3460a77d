import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { start, type PodServer } from '../dist/start.js';
import { person, type Person } from './harness.ts';

describe('what is said of a folder beside it', () => {
  let pods: PodServer;
  let [ann, bea]: Person[] = [];
  beforeAll(async () => {
    pods = await start({ memory: true });
    [ann, bea] = await Promise.all(['ann', 'bea'].map((name) => person(pods.url, name)));
  });
  afterAll(() => pods.stop());

  const says = (who: Person, folder: string) =>
    who.fetch(`${folder}.meta`, {
      method: 'PATCH',
      headers: { 'content-type': 'text/n3' },
      body: '@prefix solid: <http://www.w3.org/ns/solid/terms#>. _:p a solid:InsertDeletePatch; solid:inserts { <#q> <urn:says> "x"@en-1234567890123. }.'
    });

  test('is not for whoever may only leave a letter there', async () => {
    const inbox = `${ann!.storage}inbox/`;
    expect((await says(bea!, inbox)).status).toBe(403);
    expect(await (await ann!.fetch(inbox)).text()).not.toContain('urn:says');
    const letter = { method: 'POST', headers: { 'content-type': 'text/turtle' }, body: '<> <urn:p> 1 .' };
    expect((await bea!.fetch(inbox, letter)).status).toBe(201);
  });

  test('is for its owner', async () => {
    const folder = `${ann!.storage}public/`;
    expect((await says(ann!, folder)).status).toBeLessThan(300);
    expect(await (await ann!.fetch(folder)).text()).toContain('urn:says');
  });
});
