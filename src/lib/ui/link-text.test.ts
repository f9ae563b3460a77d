import { describe, expect, it } from 'vitest';
import { claimedElsewhere, shortAddress } from './link-text.ts';

describe('shortAddress', () => {
  it.each([
    ['https://www.example.org/', 'example.org'],
    ['https://example.org:8443/a', 'example.org:8443/a'],
    ['https://example.org/caf%C3%A9', 'example.org/café'],
    ['https://example.org/%E2%80%AEgnp', 'example.org/%E2%80%AEgnp'],
    ['https://example.org/%3Cb%3E', 'example.org/%3Cb%3E'],
    ['https://example.org/' + 'a'.repeat(60), 'example.org/' + 'a'.repeat(29) + '…']
  ])('%s', (href, expected) => expect(shortAddress(href)).toBe(expected));

  it('never hides the host', () => {
    const host = `${'a'.repeat(60)}.example`;
    expect(shortAddress(`https://${host}/b`)).toContain(host);
  });
});

describe('claimedElsewhere', () => {
  it.each([
    ['bank.example', 'https://evil.example/', 'evil.example'],
    ['BANK.example/login', 'https://evil.example/', 'evil.example'],
    ['go to bank。example', 'https://evil.example/', 'evil.example'],
    ['ｂａｎｋ.example', 'https://evil.example/', 'evil.example'],
    ['bank.example', 'https://bank.example.evil.example/', 'bank.example.evil.example'],
    ['bank.example', 'https://bank.example/x', undefined],
    ['bank.example', 'https://login.bank.example/x', undefined],
    ['www.bank.example', 'https://bank.example/', undefined],
    ['my bank', 'https://evil.example/', undefined],
    ['e.g. this', 'https://evil.example/', undefined]
  ])('%s to %s', (words, href, expected) => expect(claimedElsewhere(words, href)).toBe(expected));
});
