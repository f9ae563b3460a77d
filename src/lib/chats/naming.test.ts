import { expect, it } from 'vitest';
import { gistOf, titleOf, shortTitle } from './naming.ts';

const nameOf = (id: string) => id.toUpperCase();
const of = (others: string[], title?: string) => titleOf({ others, title, owner: 'tom' }, nameOf);

it('calls a chat by its name, else by who else is in it', () => {
  expect(of(['anna'], 'Choir')).toBe('Choir');
  expect(of(['anna'])).toBe('ANNA');
  expect(of(['anna', 'omar'])).toMatch(/^ANNA.*OMAR$/);
  expect(of(['anna', 'omar', 'x', 'y'])).toMatch(/^ANNA.*OMAR.*\+2$/);
  expect(of([])).toBe('You');
  expect(titleOf({ others: [], title: undefined, owner: undefined }, nameOf)).toBe('A chat');
});

it('says on one line what a message says, without marks', () => {
  const gist = (text: string) => gistOf({ body: { kind: 'text', text } });
  expect(gist('Bring the **big** pot\n\nand *two* cakes')).toBe('Bring the big pot and two cakes');
  expect(gist('2 * 3 = 6, snake_case and a * b')).toBe('2 * 3 = 6, snake_case and a * b');
  expect(gist('x'.repeat(5_000)).length).toBeLessThanOrEqual(400);
  expect(gistOf({ body: { kind: 'deleted', by: 'anna', at: undefined } })).toBe('Deleted.');
  expect(gistOf({ body: { kind: 'file', url: '', isPicture: false, name: 'a.pdf' } })).toBe('File: a.pdf');
});

it('shortens a title that is too long, by letters', () => {
  expect(shortTitle('Boats')).toBe('Boats');
  expect(shortTitle('⛵'.repeat(80))).toBe('⛵'.repeat(80));
  expect([...shortTitle('⛵'.repeat(200))]).toHaveLength(80);
});
