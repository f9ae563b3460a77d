import { describe, expect, it } from 'vitest';
import { invitationLink, newToken, readInvitation, type Invitation } from './invitation.rules.ts';

const anna: Invitation = {
  id: 'https://anna.example/profile/card#me',
  name: 'Anna & Weber, née "Ö" + 100 %',
  token: 'dGhpcyBpcyBub3QgcmFuZG9t'
};

describe('an invitation link', () => {
  it('carries everything behind the #, and is read back', () => {
    const link = new URL(invitationLink('https://hearth.example', anna));
    expect(link.origin + link.pathname + link.search).toBe('https://hearth.example/i');
    expect(readInvitation(link.hash)).toEqual(anna);
  });

  it('cuts a long name and keeps it on one line', () => {
    const link = new URL(invitationLink('https://hearth.example', { ...anna, name: `A\n${'b'.repeat(99)}` }));
    expect(readInvitation(link.hash)?.name).toBe(`A ${'b'.repeat(58)}`);
  });

  it.each([
    ['nothing', ''],
    ['no token', '#w=https://anna.example/me'],
    ['a short token', '#w=https://anna.example/me&t=abc'],
    ['a token of other letters', `#w=https://anna.example/me&t=${'<'.repeat(24)}`],
    ['a script', `#w=javascript:alert(1)&t=${anna.token}`],
    ['data', `#w=data:text/html,x&t=${anna.token}`],
    ['no address', `#w=anna&t=${anna.token}`],
    ['an address that closes its bracket', `#w=https://anna.example/%3E%20x&t=${anna.token}`]
  ])('with %s is none', (_, fragment) => expect(readInvitation(fragment)).toBeUndefined());

  it('has a token that nobody guesses: 144 bits, never the same', () => {
    const tokens = Array.from({ length: 1000 }, newToken);
    expect(new Set(tokens).size).toBe(1000);
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{24}$/);
  });
});
