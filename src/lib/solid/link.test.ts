import { expect, it } from 'vitest';
import { linked, linksOf } from './link.ts';

const base = 'https://pods.example/anna/card';

it.each([
  ['<card.acl>; rel="acl"', [['acl', 'https://pods.example/anna/card.acl']]],
  ['<card.acl>;rel=acl', [['acl', 'https://pods.example/anna/card.acl']]],
  [
    '<.acl>; rel="acl", </.meta>; rel="describedBy"',
    [
      ['acl', 'https://pods.example/anna/.acl'],
      ['describedBy', 'https://pods.example/.meta']
    ]
  ],
  [
    '<https://x.example/a,b;c>; title="a, <b>; rel=no"; rel="type next"',
    [
      ['type', 'https://x.example/a,b;c'],
      ['next', 'https://x.example/a,b;c']
    ]
  ],
  ['<https://x.example/>; title="a \\" quoted"; rel="type"', [['type', 'https://x.example/']]],
  ['<http://[>; rel="acl", <ok>; rel="acl"', [['acl', 'https://pods.example/anna/ok']]],
  ['<no-relation>; title="x"', []],
  ['', []],
  [null, []]
])('%s', (header, expected) => {
  expect(linksOf(header, base).map(({ rel, url }) => [rel, url])).toEqual(expected);
});

it('finds a relation however it is written', () => {
  const response = { headers: new Headers({ link: '<x.acl>; REL="ACL"' }), url: base };
  expect(linked(response, 'acl')).toEqual(['https://pods.example/anna/x.acl']);
});
