import { expect, it } from 'vitest';
import { bodyOf } from './body.ts';
import type { Chain } from './chain.rules.ts';

const body = (content: string | undefined) =>
  bodyOf({ first: {}, latest: { content }, deletion: undefined } as unknown as Chain);

it('a file is called what it was called, without what keeps its address apart', () => {
  const named = (url: string) => {
    const said = body(url);
    return said.kind === 'file' ? said.name : said.kind;
  };
  const day = 'https://anna.example/chats/c1/2026/11/21/';
  expect(named(`${day}f01m802s0scvtknzzs2aetcdeqp-List-of-things.txt`)).toBe('List-of-things.txt');
  expect(named(`${day}f01m802s0scvtknzzs2aetcdeqp.txt`)).toBe('f01m802s0scvtknzzs2aetcdeqp.txt');
  expect(named(`${day}from-another-app%20two.txt`)).toBe('from-another-app two.txt');
});

it('a page that somebody sent is a file; a link to one is a text', () => {
  const day = 'https://anna.example/chats/c1/2026/11/21/';
  for (const ending of ['html', 'htm', 'php', 'aspx'])
    expect(body(`${day}f01m802s0scvtknzzs2aetcdeqp-Our-chat.${ending}`)).toMatchObject({
      kind: 'file',
      isPicture: false,
      name: `Our-chat.${ending}`
    });
  expect(body('https://news.example/f/today.html')).toMatchObject({ kind: 'text' });
});

it('a message that shows nothing is one without words, whatever stands in it', () => {
  for (const content of [undefined, '', ' \n\t', '\u200b\u200e\ufeff'])
    expect(body(content), JSON.stringify(content)).toEqual({ kind: 'nothing' });
  for (const content of ['.', ' a ', '\u200f\u0633'])
    expect(body(content), content).toEqual({ kind: 'text', text: content });
});
