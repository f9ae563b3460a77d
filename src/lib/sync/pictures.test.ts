import { expect, it } from 'vitest';
import { annasWorld, device, requests, SPACE, until } from './house.testing.ts';

const FACE = `${SPACE}face.gif`;
const DAY = 86_400_000;
const shown = async (blob: Blob) => blob.text();

it('remembers a picture, without a network too, and looks for a newer one once a day', async () => {
  const world = annasWorld();
  world.put(FACE, 'GIF89a one');
  const { sync, clock, online } = device(world);
  expect(await shown(await sync.blob(FACE))).toBe('GIF89a one');
  world.put(FACE, 'GIF89a two');
  online.set(false);
  clock.advance(2 * DAY);
  expect(await shown(await sync.blob(FACE))).toBe('GIF89a one');
  online.set(true);
  expect(await shown(await sync.blob(FACE))).toBe('GIF89a one');
  await until(async () => (await shown(await sync.blob(FACE))) === 'GIF89a two');
  const asked = requests(world, 'readBlob').length;
  await sync.blob(FACE);
  expect(requests(world, 'readBlob')).toHaveLength(asked);
});

it('shows what is on its way, and forgets what was taken away', async () => {
  const world = annasWorld();
  const { sync, clock, online, cache } = device(world);
  online.set(false);
  const body = new Blob(['GIF89a mine'], { type: 'image/gif' });
  await sync.change([
    { document: FACE, intent: { kind: 'create', body, contentType: 'image/gif' }, label: 'Your picture' }
  ]);
  expect(await shown(await sync.blob(FACE))).toBe('GIF89a mine');
  online.set(true);
  await until(async () => (await sync.outbox()).length === 0);
  await sync.blob(FACE);
  expect(await cache.blob(FACE)).toBeDefined();
  await sync.change([{ document: FACE, intent: { kind: 'remove' }, label: 'No picture' }]);
  await until(async () => (await sync.outbox()).length === 0);
  clock.advance(2 * DAY);
  await sync.blob(FACE);
  await until(async () => (await cache.blob(FACE)) === undefined);
});
