import { describe } from 'vitest';
import { memoryWorld } from '../memory-world.ts';
import { channelsContract } from './channels.contract.ts';

describe('channels in memory', () => {
  channelsContract(async () => {
    const world = memoryWorld();
    const person = (name: string) => {
      const storage = `https://pods.example/${name}/`;
      const webId = world.addSpace(storage, name);
      return { webId, storage, pod: world.podFor(webId), channels: world.channelsFor(webId) };
    };
    return { anna: person('anna'), bob: person('bob'), stop: async () => undefined };
  });
});
