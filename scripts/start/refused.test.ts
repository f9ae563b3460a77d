import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { folder, start } from './starting.testing.ts';

/** What cannot be done is said at once, in a sentence, and nothing is begun. */
async function refusal(args: readonly string[], node: readonly string[] = []): Promise<string> {
  const run = start(['--json', ...args], { node });
  const code = await run.ended;
  expect({ code, out: run.out, stack: /^\s+at .*:\d+/m.test(run.err) }, run.err).toEqual({
    code: 1,
    out: '',
    stack: false
  });
  return run.err.split('\n', 1)[0] ?? '';
}

it.each(['--port', '--pods-port'])('refuses a taken port (%s)', async (flag) => {
  const taken = createServer();
  onTestFinished(() => new Promise((done) => taken.close(() => done())));
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
  const { port } = taken.address() as AddressInfo;
  const other = flag === '--port' ? '--pods-port' : '--port';
  expect(await refusal([flag, `${port}`, other, '0', '--data', await folder()])).toBe(
    `Port ${port} is taken by another program. Choose another with ${flag} N, or stop that program.`
  );
});

it('refuses a folder that cannot be written to', async () => {
  const file = join(await folder(), 'file');
  await writeFile(file, '');
  const data = join(file, 'data');
  expect(await refusal(['--port', '0', '--pods-port', '0', '--data', data])).toBe(
    `The folder ${data} can't be written to. Choose another with --data DIR, or change its permissions.`
  );
});

it.each(['http', '70000', '-1', '3000.5', ''])('refuses "%s" as a port', async (text) => {
  expect(await refusal([`--port=${text}`])).toBe(
    `--port takes a port number from 0 to 65535, not "${text}".`
  );
});

it('refuses the same port for both', async () => {
  expect(await refusal(['--port', '4000', '--pods-port', '4000'])).toBe(
    'The app and the spaces need a port each: give --port and --pods-port different numbers.'
  );
});

it('refuses an option it does not know, and says which there are', async () => {
  const run = start(['--prot', '3000']);
  expect(await run.ended).toBe(1);
  expect(run.out).toBe('');
  expect(run.err).toContain("Unknown option '--prot'");
  expect(run.err).toContain('--pods-port N');
  expect(run.err).not.toMatch(/^\s+at .*:\d+/m);
});

it('refuses to show the demo people to others', async () => {
  expect(await refusal(['--host', '0.0.0.0', '--port', '0', '--pods-port', '0'])).toMatch(
    /^The demo people have known passwords, so they stay on this computer: add --no-demo /
  );
});

it.each(['18.20.0', '20.18.3'])('refuses Node %s', async (version) => {
  const faked = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`;
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(faked)}`];
  expect(await refusal(['--port', '0'], preload)).toBe(
    `Hearth needs Node 20.19 or newer, and this is Node ${version}. Install a newer one from your system or nodejs.org, then try again.`
  );
});
