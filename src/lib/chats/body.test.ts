import { expect, it } from 'vitest';
import { bodyOf } from './body.ts';
import type { Chain } from './chain.rules.ts';

const body = (content: string | undefined) =>
  bodyOf({ first: {}, latest: { content }, deletion: undefined } as unknown as Chain);

it('a message that shows nothing is one without words, whatever stands in it', () => {
  for (const content of [undefined, '', ' \n\t', '\u200b\u200e\ufeff'])
    expect(body(content), JSON.stringify(content)).toEqual({ kind: 'nothing' });
  for (const content of ['.', ' a ', '\u200f\u0633'])
    expect(body(content), content).toEqual({ kind: 'text', text: content });
});
