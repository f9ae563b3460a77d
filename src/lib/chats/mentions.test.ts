import { expect, it } from 'vitest';
import { mentionsIn } from './mentions.ts';

const names: Record<string, string> = { a: 'Anna Weber', o: 'عمر الخطيب', x: 'X' };
const named = (text: string) => mentionsIn(text, Object.keys(names), (id) => names[id]!);

it('finds who is named, by the whole name or the first', () => {
  expect(named('@anna weber, and @X!')).toEqual(['a', 'x']);
  expect(named('so @Anna')).toEqual(['a']);
  expect(named('@عمر متى؟')).toEqual(['o']);
});

it('takes neither longer words nor addresses for names', () => {
  expect(named('@annabel, mail@x.example, @@anna, anna')).toEqual([]);
  expect(named('@xylophone and then @x')).toEqual(['x']);
});
