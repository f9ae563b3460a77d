import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Message } from './message.ts';
import { beginning, talkRows } from './talk-rows.ts';

const message = (id: string, maker: string | undefined, at: number): Message => ({
  id,
  chat: 'c',
  version: id,
  maker,
  isMine: false,
  body: { kind: 'text', text: id },
  created: new Date(at),
  at: new Date(at),
  edited: undefined,
  signature: 'verified',
  mentions: [],
  reactions: [],
  flags: []
});
const noon = new Date(2026, 10, 21, 12).getTime();
const minute = 60_000;

it('lets messages of one speaker hang together until a pause, another speaker or the line', () => {
  const list = [
    message('1', 'anna', noon),
    message('2', 'anna', noon + minute),
    message('3', 'anna', noon + 20 * minute),
    message('4', 'omar', noon + 21 * minute),
    message('5', undefined, noon + 22 * minute),
    message('6', undefined, noon + 22 * minute)
  ];
  const shape = (firstNew?: string) =>
    talkRows(list, firstNew).map((row) =>
      row.kind === 'message' ? `${row.first ? '(' : ''}${row.key}${row.last ? ')' : ''}` : row.kind
    );
  expect(shape()).toEqual(['day', '(1', '2)', '(3)', '(4)', '(5)', '(6)']);
  expect(shape('2')).toEqual(['day', '(1)', 'new', '(2)', '(3)', '(4)', '(5)', '(6)']);
});

it('begins each day of the reader with a line', () => {
  const midnight = new Date(2026, 10, 22).getTime();
  const rows = talkRows([message('1', 'a', midnight - 1), message('2', 'a', midnight)], undefined);
  expect(rows.map(({ kind }) => kind)).toEqual(['day', 'message', 'day', 'message']);
});

it('keeps every message once and in order, each key once, and groups that open also close', () => {
  const some = fc.array(
    fc.record({
      maker: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
      gap: fc.nat(2 * 86_400_000)
    })
  );
  fc.assert(
    fc.property(some, fc.nat(), (made, line) => {
      let at = noon;
      const list = made.map(({ maker, gap }, index) => message(`m${index}`, maker, (at += gap)));
      const rows = talkRows(list, list.length ? list[line % list.length]!.id : undefined);
      const shown = rows.filter((row) => row.kind === 'message');
      expect(shown.map(({ key }) => key)).toEqual(list.map(({ id }) => id));
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      shown.forEach((row, index) => expect(row.last).toBe(shown[index + 1]?.first ?? true));
    })
  );
});

it('tells where somebody went, and only from the first message that is shown', () => {
  const list = [message('1', 'anna', noon), message('2', 'anna', noon + 2 * minute)];
  const keys = (...former: { id: string; until: Date | undefined }[]) =>
    talkRows(list, undefined, former).map((row) => (row.kind === 'day' ? 'day' : row.key));
  const at = (time: number) => ({ id: 'cleo', until: new Date(time) });
  expect(keys(at(noon - minute))).toEqual(['day', '1', '2']);
  expect(keys({ id: 'cleo', until: undefined })).toEqual(['day', '1', '2']);
  expect(keys(at(noon + minute))).toEqual(['day', '1', 'gone cleo', '2']);
  expect(keys(at(noon + 24 * 60 * minute))).toEqual(['day', '1', '2', 'day', 'gone cleo']);
  const [, first, , second] = talkRows(list, undefined, [at(noon + minute)]);
  expect([first, second]).toMatchObject([{ last: true }, { first: true }]);
});

it('does not call the beginning of a chat, or empty, what was cleared', () => {
  const never = { clearedUntil: undefined, clearedAhead: new Set<string>() };
  expect(beginning(never, true)).toBe('This is where the chat begins.');
  expect(beginning(never, false)).toBe('Nothing has been said here yet.');
  for (const isSaid of [true, false]) {
    expect(beginning({ ...never, clearedUntil: new Date(0) }, isSaid)).toMatch(/cleared/);
    expect(beginning({ ...never, clearedAhead: new Set(['m1']) }, isSaid)).toMatch(/cleared/);
  }
});
