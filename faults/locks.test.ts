import { expect, it } from 'vitest';
import { Locks } from './locks.ts';

it('a tab that died holds no lock, also when what it was about asks a moment later', async () => {
  const locks = new Locks();
  const [dying, next] = [{}, {}];
  locks.asking = dying;
  locks.died(dying);
  void locks.request('key', () => new Promise(() => {}));
  locks.asking = next;
  expect(await locks.request('key', () => Promise.resolve('mine'))).toBe('mine');
});
