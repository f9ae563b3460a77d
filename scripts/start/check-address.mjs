import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stop } from '../set-up/say.mjs';

/** Where Community Solid Server notes the address it last served a folder at. */
const NOTED = join('.internal', 'setup', 'current-base-url$.json');

/**
 * Everything in a space says its own address, the people in it too: served at another one, nobody could sign in.
 * @param {{ data: string, podsPort: number, podsUrl?: string | undefined }} options
 */
export async function checkAddress({ data, podsPort, podsUrl }) {
  const text = await readFile(join(data, NOTED), 'utf8').catch(() => undefined);
  if (text === undefined) return; // nobody lives here yet
  const noted = new URL(JSON.parse(text).payload);
  const wanted = new URL(podsUrl ?? `http://localhost:${podsPort}`);
  if (noted.href === wanted.href) return;
  const flag =
    noted.hostname === 'localhost' ? `--pods-port ${noted.port || 80}` : `--pods-url ${noted.href}`;
  stop(
    `The spaces in ${data} have addresses at ${noted.origin}, and would not be found at another. Start with ${flag}, or choose another folder with --data DIR.`
  );
}
