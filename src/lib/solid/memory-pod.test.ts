import { describe } from 'vitest';
import { accessContract } from './access.contract.ts';
import { memoryWorld } from './memory-world.ts';
import { podContract, type Cast } from './pod.contract.ts';

async function setUp(): Promise<Cast> {
  const world = memoryWorld();
  const person = (name: string) => {
    const storage = `https://pods.example/${name}/`;
    const webId = world.addSpace(storage, name);
    return { webId, storage, pod: world.podFor(webId) };
  };
  return { anna: person('anna'), bob: person('bob'), nobody: world.podFor(), stop: async () => undefined };
}

describe('a pod in memory', () => {
  podContract(setUp);
  accessContract(setUp);
});
