import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { verifies } from './bip340.testing.ts';
import { VECTORS } from './bip340-vectors.testing.ts';
import { isSignedBy, newPrivateKey, publicKeyOf, sign } from './signature.ts';
import type { Signed } from './signed-text.ts';

const signed: Signed = {
  id: 'https://anna.example/chats/c1/2026/11/21/chat.ttl#Msg1',
  created: '2026-11-21T09:30:00.000Z',
  content: 'Soup "is" on\nthe stove 🍲',
  maker: 'https://anna.example/profile/card#me'
};
/** The text and its hash as SolidOS makes them, spelled out once more. */
const hashOf = ({ id, created, content, maker }: Signed) =>
  createHash('sha256')
    .update(
      `{"id":${JSON.stringify(id)},"created":${JSON.stringify(created)},"dateDeleted":"","content":${JSON.stringify(content)},"maker":${JSON.stringify(maker)},"sig":""}`
    )
    .digest();

describe('signatures', () => {
  it.each(VECTORS)('vector $why of BIP 340 is judged by the verifier of the tests', (vector) => {
    const message = Buffer.from(vector.message, 'hex');
    expect(verifies(vector.signature, message, vector.key)).toBe(vector.holds);
    if (vector.secret) expect(publicKeyOf(vector.secret)).toBe(vector.key);
  });

  it('the verifier of the tests shares nothing with the signer', async () => {
    const source = await readFile(new URL('./bip340.testing.ts', import.meta.url), 'utf8');
    expect([...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name)).toEqual(['node:crypto']);
  });

  it('are those of SolidOS, by a verifier that shares no code with the signer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.boolean(), async (content, harm) => {
        const key = newPrivateKey();
        const said = { ...signed, content };
        const proof = await sign(said, key);
        const read = harm ? { ...said, content: `${content}!` } : said;
        expect(verifies(proof, hashOf(read), publicKeyOf(key))).toBe(!harm);
        expect(await isSignedBy(read, proof, publicKeyOf(key))).toBe(!harm);
      }),
      { numRuns: 8 }
    );
  });

  it.each<keyof Signed>(['id', 'created', 'content', 'maker'])('cover the %s', async (part) => {
    const key = newPrivateKey();
    const proof = await sign(signed, key);
    expect(await isSignedBy({ ...signed, [part]: `${signed[part]}0` }, proof, publicKeyOf(key))).toBe(false);
    expect(await isSignedBy(signed, proof, publicKeyOf(newPrivateKey()))).toBe(false);
  });

  it('of any other form are none', async () => {
    for (const [proof, key] of [
      ['', publicKeyOf(newPrivateKey())],
      ['zz', 'zz'],
      ['0'.repeat(128), 'f'.repeat(64)],
      ['f'.repeat(128), publicKeyOf(newPrivateKey())]
    ] as const)
      expect(await isSignedBy(signed, proof, key)).toBe(false);
  });
});
