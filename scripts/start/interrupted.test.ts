import { existsSync, readdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { signIn } from '../../pod-server/dist/account.js';
import { folder, ready, start } from './starting.testing.ts';

const LONG = 600_000;
const PORTS = ['--port', '0', '--pods-port', '0'];

/** How many posts a page of theirs lists. */
async function listed(page: URL, own: typeof fetch): Promise<number> {
  const text = await (await own(page, { headers: { accept: 'application/n-triples' } })).text();
  return new Set(text.match(/^<[^>]*> <[^>]*ns#type> <[^>]*activitystreams#Note>/gm)).size;
}

it(
  'goes on where a first start was cut off, twice, and makes nothing double',
  async () => {
    const data = await folder();
    const has = (path: string) => existsSync(join(data, path));
    const letters = () => (has('alice/inbox') ? readdirSync(join(data, 'alice/inbox')) : []);
    const moments: [string, () => boolean][] = [
      ['Alice had written for friends', () => has('alice/social/friends/recent.ttl')],
      ['somebody had asked Alice', () => letters().some((name) => !name.startsWith('.'))]
    ];
    let ports = PORTS;
    for (const [what, isSo] of moments) {
      const run = start(['--json', ...ports, '--data', data]);
      await run.until(isSo, what);
      run.signal('SIGKILL');
      expect(await run.ended).toBeNull();
      expect(run.out).toBe('');
      const noted = await readFile(join(data, '.internal/setup/current-base-url$.json'), 'utf8');
      ports = ['--port', '0', '--pods-port', new URL(JSON.parse(noted).payload).port];
    }

    const { told, err } = await ready([...ports, '--data', data]);
    expect(err).toContain('Moving the demo people in');
    const posts = await Promise.all(
      told.people.map(async (person) => {
        const own = await signIn(told.pods, person);
        const at = (path: string) => listed(new URL(`../${path}/recent.ttl`, person.webId), own);
        return [await at('public/timeline'), await at('social/friends')];
      })
    );
    expect(posts).toEqual([
      [1, 1],
      [1, 1],
      [1, 0]
    ]);
    for (const { webId } of told.people) {
      expect(await readdir(join(data, new URL('../public/pictures', webId).pathname))).toHaveLength(2);
    }
    // Friends on both sides: what Bob wrote for friends, Alice reads.
    const [alice, bob] = told.people;
    if (!alice || !bob) throw new Error('Somebody is missing.');
    const alices = await signIn(told.pods, alice);
    expect((await alices(new URL('../social/friends/recent.ttl', bob.webId))).status).toBe(200);
  },
  LONG
);

it(
  'stops on Ctrl-C while the demo people move in, and says nothing on standard output',
  async () => {
    const data = await folder();
    const run = start(['--json', ...PORTS, '--data', data]);
    await run.until(() => existsSync(join(data, 'bob')), 'Bob came');
    run.signal('SIGINT');
    expect(await run.ended).toBe(0);
    expect(run.out).toBe('');
    expect(run.err).not.toMatch(/^\s+at .*:\d+/m);
  },
  LONG
);

it(
  'refuses to serve people at an address that is not theirs',
  async () => {
    const data = await folder();
    const first = await ready(['--no-demo', ...PORTS, '--data', data]);
    const { port } = new URL(first.told.pods);
    first.signal('SIGINT');
    expect(await first.ended).toBe(0);
    const other = start(['--json', '--no-demo', ...PORTS, '--data', data]);
    expect(await other.ended).toBe(1);
    expect(other.out).toBe('');
    expect(other.err).toBe(
      `The spaces in ${data} have addresses at http://localhost:${port}, and would not be found at another. Start with --pods-port ${port}, or choose another folder with --data DIR.\n`
    );
  },
  LONG
);
