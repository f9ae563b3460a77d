import type { RdfToQuadConverter } from '@solid/community-server';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { onlyPublicContexts } from '../dist/contexts.js';
import { person, server } from './harness.ts';

const turtle = { accept: 'text/turtle' };
const asks = async (context: string, url: string, who: Awaited<ReturnType<typeof person>>) => {
  const body = JSON.stringify({ '@context': context, '@id': '#it', 'https://example.org/p': 'words' });
  const headers = { 'content-type': 'application/ld+json' };
  expect((await who.fetch(url, { method: 'PUT', headers, body })).status).toBe(201);
  return who.fetch(url, { headers: turtle });
};

test('what a document of somebody’s names as its context is not asked for inside the house', async () => {
  let asked = 0;
  const inside = createServer((_, answer) => {
    asked++;
    answer.setHeader('content-type', 'application/ld+json').end('{"@context":{}}');
  });
  await new Promise<void>((done) => inside.listen(0, '127.0.0.1', done));
  onTestFinished(() => void inside.close());
  const { port } = inside.address() as AddressInfo;
  const pods = await server({ memory: true });
  const ann = await person(pods.url, 'ann');
  const refused = await asks(`http://127.0.0.1:${port}/secret`, `${ann.storage}public/a`, ann);
  expect(refused.status).toBe(400);
  expect(asked).toBe(0);
  const known = await asks('https://www.w3.org/ns/activitystreams', `${ann.storage}public/b`, ann);
  expect(known.status).toBe(200);
  expect(await known.text()).toContain('words');
});

test('a context that does not answer is given up', async () => {
  const converter = { documentLoader: { load: () => new Promise(() => undefined) } };
  onlyPublicContexts(converter as unknown as RdfToQuadConverter, 20);
  const load = converter.documentLoader.load as (url: string) => Promise<unknown>;
  await expect(load('https://nobody.example/context')).rejects.toThrow('No answer from nobody.example');
});
