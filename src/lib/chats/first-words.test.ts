import { expect, it } from 'vitest';
import { houseOver } from '#lib/people/house.testing.ts';
import { memoryWorld } from '#lib/solid/memory-world.ts';
import { chatOfTwo, open, sees, texts } from './house.testing.ts';
import { send } from './send.ts';
import { expectKey } from './signing-key.ts';

it('whoever began to write can send without a network, also their first words of all', async () => {
  const world = memoryWorld();
  const [anna, omar] = [open('anna', world), open('omar', world)];
  const chat = await chatOfTwo(anna, omar);
  const device = houseOver(omar.me.id, omar.me.storage, world.podFor(omar.me.id));
  await sees(device, chat);
  world.sky = () => 'offline';
  await expect(send(device, chat, { text: 'Too early' })).rejects.toThrow('signature is needed');
  world.sky = () => 'fair';
  const wanted: string[] = [];
  await expectKey({ ...device, sync: { ...device.sync, want: (url) => wanted.push(url) } });
  await device.sync.refresh(wanted);
  world.sky = () => 'offline';
  await send(device, chat, { text: 'First' });
  world.sky = () => 'fair';
  device.sync.wake();
  await device.allSent();
  expect(await texts(anna, chat)).toEqual(['First']);
  for (const house of [anna, omar, device]) house.close();
});
