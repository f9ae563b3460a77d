import { describe } from 'vitest';
import { start } from '../../../pod-server/dist/start.js';
import { accessContract } from './access.contract.ts';
import { podContract } from './pod.contract.ts';
import { realCast } from './real-cast.testing.ts';

describe('a pod on the bundled server', () => {
  const setUp = async () => realCast(await start({ memory: true }));
  podContract(setUp);
  accessContract(setUp);
});
