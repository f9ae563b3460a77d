import { expect, test } from 'vitest';
import { DocumentLock } from '../dist/document-lock.js';

const document = { path: 'http://localhost/a' };

/** A piece of work that ends when it is told to, and a record of what began and ended. */
function stage(lock: DocumentLock, log: string[]) {
  return (kind: 'read' | 'write', name: string, at = document) => {
    let resolve = (): void => undefined;
    const promise = new Promise<void>((done) => (resolve = done));
    const work = async (): Promise<void> => {
      log.push(`${name} in`);
      await promise;
      log.push(`${name} out`);
    };
    const ended = kind === 'read' ? lock.withReadLock(at, work) : lock.withWriteLock(at, work);
    return { end: () => resolve(), ended };
  };
}

/** Everything that can happen without outside help has happened. */
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

test('readers share, a writer is alone, and nobody is forgotten', async () => {
  const log: string[] = [];
  const at = stage(new DocumentLock(), log);
  const [a, b, c] = [at('read', 'a'), at('read', 'b'), at('write', 'c')];
  const d = at('read', 'd');
  await settled();
  // d may share with a and b although c waits: a request that reads twice must not wait for itself.
  expect(log).toEqual(['a in', 'b in', 'd in']);
  [a, b, d].forEach(({ end }) => end());
  await Promise.all([a.ended, b.ended, d.ended]);
  await settled();
  const [e, f, g] = [at('write', 'e'), at('read', 'f'), at('read', 'g')];
  await settled();
  expect(log.slice(6)).toEqual(['c in']);
  c.end();
  await c.ended;
  await settled();
  expect(log.slice(7)).toEqual(['c out', 'e in']);
  e.end();
  await e.ended;
  await settled();
  expect(log.slice(9)).toEqual(['e out', 'f in', 'g in']);
  [f, g].forEach(({ end }) => end());
  await Promise.all([f.ended, g.ended]);
});

test('documents do not wait for each other', async () => {
  const log: string[] = [];
  const at = stage(new DocumentLock(), log);
  const a = at('write', 'a');
  const b = at('write', 'b', { path: 'http://localhost/b' });
  await settled();
  expect(log).toEqual(['a in', 'b in']);
  a.end();
  b.end();
  await Promise.all([a.ended, b.ended]);
});

test('work that fails gives the lock back, and says why', async () => {
  const lock = new DocumentLock();
  const fails = (): Promise<never> => Promise.reject(new Error('no'));
  await expect(lock.withWriteLock(document, fails)).rejects.toThrow('no');
  await expect(lock.withReadLock(document, fails)).rejects.toThrow('no');
  expect(await lock.withWriteLock(document, () => 'done')).toBe('done');
});

test('under random load nobody reads while somebody writes', async () => {
  const lock = new DocumentLock();
  const now = { readers: 0, writers: 0 };
  const seen: string[] = [];
  const use = async (kind: 'readers' | 'writers', turns: number): Promise<void> => {
    now[kind]++;
    if (now.writers > 1 || (now.writers && now.readers)) seen.push(JSON.stringify(now));
    for (let turn = 0; turn < turns; turn++) await settled();
    now[kind]--;
  };
  const load = Array.from({ length: 500 }, async (_, n) => {
    for (let wait = 0; wait < (n * 7) % 40; wait++) await settled();
    if (n % 3) await lock.withReadLock(document, () => use('readers', n % 4));
    else await lock.withWriteLock(document, () => use('writers', n % 5));
  });
  await Promise.all(load);
  expect(seen).toEqual([]);
});
