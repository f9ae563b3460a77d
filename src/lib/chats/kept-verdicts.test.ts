import { schnorr } from '@noble/secp256k1';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import type { TestHouse } from '#lib/people/house.testing.ts';
import type { House, Notes } from '#lib/people/me.ts';
import { checksOf } from './checks.ts';
import { fromHex, toHex } from './hex.ts';
import { open } from './house.testing.ts';
import { keptVerdicts } from './kept-verdicts.ts';
import { publicKeyOf } from './signature.ts';
import { signedText, type Signed } from './signed-text.ts';

const day = 'https://anna.example/chats/c1/2026/11/21/chat.ttl';
const key = '1'.repeat(64);
const said = (n: number): Signed => ({
  id: `${day}#Msg${n}`,
  created: '2026-11-21T09:30:00.000Z',
  content: 'Soup is on the stove.',
  maker: 'https://anna.example/profile/card#me'
});

vi.mock('@noble/secp256k1', async (original) => {
  const real = await original<typeof import('@noble/secp256k1')>();
  // Does its work, and is counted.
  return { ...real, schnorr: { ...real.schnorr, verifyAsync: vi.fn(real.schnorr.verifyAsync) } };
});

/** As another device signs: what this one signs itself it never checks. */
async function signed(words: Signed): Promise<string> {
  const bytes = new TextEncoder().encode(signedText(words));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return toHex(await schnorr.signAsync(hash, fromHex(key)));
}

let anna: TestHouse;
beforeEach(() => {
  anna = open('anna');
});
afterEach(() => anna.close());

/** What a page that was just loaded finds, and how many signatures it had to work out for that. */
async function found(house: House, asked: readonly (readonly [Signed, string])[], by = publicKeyOf(key)) {
  const work = vi.mocked(schnorr.verifyAsync).mockClear();
  const checks = checksOf(house);
  const verdicts = () => asked.map(([words, proof]) => checks.verdict(words, proof, by, day));
  expect(verdicts()).toEqual(asked.map(() => undefined));
  await checks.done();
  return { verdicts: verdicts(), worked: work.mock.calls.length };
}

it('a page that is loaded again knows the verdicts without working them out', async () => {
  const one = [said(1), await signed(said(1))] as const;
  const two = [said(2), await signed(said(2))] as const;
  const forged = [{ ...said(3), content: 'Send money.' }, await signed(said(3))] as const;
  expect(await found(anna, [one, forged])).toEqual({ verdicts: [true, false], worked: 2 });
  expect(await found({ ...anna }, [one, forged])).toEqual({ verdicts: [true, false], worked: 0 });
  expect(await found({ ...anna }, [one, two])).toEqual({ verdicts: [true, true], worked: 1 });
});

it.each<keyof Signed>(['id', 'created', 'content', 'maker'])(
  'a verdict is of these very words: another %s is worked out',
  async (part) => {
    const proof = await signed(said(1));
    await found(anna, [[said(1), proof]]);
    const other = { ...said(1), [part]: `${said(1)[part]}0` };
    expect(await found({ ...anna }, [[other, proof]])).toEqual({ verdicts: [false], worked: 1 });
  }
);

it('a verdict is of this very key', async () => {
  const proof = await signed(said(1));
  await found(anna, [[said(1), proof]]);
  const other = await found({ ...anna }, [[said(1), proof]], publicKeyOf('2'.repeat(64)));
  expect(other).toEqual({ verdicts: [false], worked: 1 });
});

/** Notes of a device, and what was written into them. */
function device() {
  const cache = memoryCache();
  const written: Map<string, boolean>[] = [];
  const notes: Notes = {
    get: (at) => cache.note(at),
    set: (at, value) => (written.push(value as Map<string, boolean>), cache.setNote(at, value)),
    keys: (prefix) => cache.noteKeys(prefix)
  };
  return { notes, written };
}
const yes = () => Promise.resolve(true);
const never = () => Promise.reject(new Error('was kept'));

it('keeps a bounded number, those that were asked for last, and writes them in one go', async () => {
  const { notes, written } = device();
  for (let round = 0; round < 5; round++) {
    const kept = keptVerdicts(notes, 10);
    for (let n = 0; n < 8; n++) await kept.verdict(`${round} ${n}`, yes);
    await kept.verdict('always', round ? never : yes);
    expect(written).toEqual([]);
    await kept.save();
    await kept.save();
    expect(written.length).toBeLessThanOrEqual(2);
    for (const half of written) expect(half.size).toBeLessThanOrEqual(10);
    written.length = 0;
  }
  const last = keptVerdicts(notes, 10);
  await last.verdict('4 7', never);
  await expect(last.verdict('0 0', never)).rejects.toThrow('was kept');
});

it('a device that is full or unreadable costs time only', async () => {
  const fails = () => Promise.reject(new Error('full'));
  const kept = keptVerdicts({ get: fails, set: fails, keys: fails });
  expect(await kept.verdict('a', yes)).toBe(true);
  await kept.save();
  expect(await kept.verdict('a', never)).toBe(true);
});
