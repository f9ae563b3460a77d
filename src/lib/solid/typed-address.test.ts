import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DiscoveryProblem } from './discovery-problem.ts';
import { nearbyHost } from './nearby-host.ts';
import { typedAddress } from './typed-address.ts';

describe('what somebody types', () => {
  it.each([
    ['solidweb.me', 'https://solidweb.me/'],
    ['  solidweb.me  ', 'https://solidweb.me/'],
    ['SolidWeb.ME', 'https://solidweb.me/'],
    ['anna.solidweb.me', 'https://anna.solidweb.me/'],
    ['@anna.solidweb.me', 'https://anna.solidweb.me/'],
    ['https://solidweb.me', 'https://solidweb.me/'],
    ['http://solidweb.me', 'https://solidweb.me/'],
    ['HTTPS://solidweb.me/anna/profile/card#me', 'https://solidweb.me/anna/profile/card#me'],
    ['solidweb.me/anna/profile/card#me', 'https://solidweb.me/anna/profile/card#me'],
    ['<https://solidweb.me/anna/profile/card#me>.', 'https://solidweb.me/anna/profile/card#me'],
    ['"solidweb.me",', 'https://solidweb.me/'],
    [
      'My address is https://anna.solidweb.me/profile/card#me, write me!',
      'https://anna.solidweb.me/profile/card#me'
    ],
    ['(solidweb.me)', 'https://solidweb.me/'],
    ['anna.solidweb.me or so', 'https://anna.solidweb.me/'],
    ['\u200bsolidweb.me\ufeff', 'https://solidweb.me/'],
    ['ｓｏｌｉｄｗｅｂ．ｍｅ', 'https://solidweb.me/'],
    ['bücher.example', 'https://xn--bcher-kva.example/'],
    ['solidweb.me:8443/anna', 'https://solidweb.me:8443/anna'],
    ['localhost:3001', 'http://localhost:3001/'],
    ['localhost:3001/alice', 'http://localhost:3001/alice'],
    ['localhost', 'http://localhost/'],
    ['http://localhost:3001/alice/', 'http://localhost:3001/alice/'],
    ['https://localhost:3001/', 'https://localhost:3001/'],
    ['127.0.0.1:3001/alice', 'http://127.0.0.1:3001/alice'],
    ['192.168.1.20:3000/anna/', 'http://192.168.1.20:3000/anna/'],
    ['solidweb.me?x=1', 'https://solidweb.me/?x=1']
  ])('%j is %s', (input, address) => expect(typedAddress(input).href).toBe(address));

  it.each([
    ['', undefined],
    ['   ', undefined],
    ['anna', undefined],
    ['anna weber', undefined],
    ['htpp://solidweb.me', 'https://solidweb.me'],
    ['htps://solidweb.me/anna', 'https://solidweb.me/anna'],
    ['hppts://solidweb.me', 'https://solidweb.me'],
    ['https:/solidweb.me', 'https://solidweb.me'],
    ['https:\\\\solidweb.me', 'https://solidweb.me'],
    ['https//solidweb.me', 'https://solidweb.me'],
    ['https;//solidweb.me', 'https://solidweb.me'],
    ['ttps://solidweb.me', 'https://solidweb.me'],
    ['solidweb,me', 'solidweb.me'],
    ['anna,solidweb,me/profile/card#me', 'anna.solidweb.me/profile/card#me'],
    ['solidwebme', 'solidweb.me'],
    ['solidcommunitynet', 'solidcommunity.net'],
    ['https://solidcommunitynet/', 'solidcommunity.net/'],
    ['anna@solidweb.me', 'solidweb.me'],
    ['mailto:anna@solidweb.me', 'solidweb.me'],
    ['javascript:alert(1)', undefined],
    ['ftp://solidweb.me', undefined],
    ['data:text/html,x', undefined],
    ['http://', undefined],
    ['https://[::ffff:8.8.8.8]/', undefined],
    ['solid..web.me', undefined],
    ['.', undefined],
    ['https://solid web.me', undefined]
  ])('%j is no address; perhaps %j', (input, suggestion) => {
    let caught: unknown;
    try {
      typedAddress(input);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(DiscoveryProblem);
    expect(caught).toMatchObject({ kind: 'not-an-address' });
    expect((caught as DiscoveryProblem).suggestion).toBe(suggestion);
  });

  it('is a web address or a DiscoveryProblem, never anything else; suggestions are addresses', () => {
    const part = fc.constantFrom(
      'http',
      's',
      ':',
      '/',
      '//',
      '@',
      '.',
      ',',
      'solidweb',
      'me',
      ' ',
      '#me',
      '?',
      '\\',
      '[',
      '%',
      'ü',
      '1'
    );
    const input = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''))
    );
    fc.assert(
      fc.property(input, (text) => {
        try {
          expect(typedAddress(text).protocol).toMatch(/^https?:$/);
        } catch (error) {
          if (!(error instanceof DiscoveryProblem)) throw error;
        }
      }),
      { numRuns: 2000 }
    );
  });
});

it.each([
  ['solidcomunity.net', 'solidcommunity.net'],
  ['solidweb.mee', 'solidweb.me'],
  ['anna.solidwep.me', 'anna.solidweb.me'],
  ['anna.solidcommunity.com', undefined],
  ['solidweb.me', undefined],
  ['example.org', undefined],
  ['localhost', undefined]
])('near %s is %s', (host, near) => expect(nearbyHost(host)).toBe(near));
