import { expect, it } from 'vitest';
import type { Placed } from './feed.question.ts';
import { postView } from './post-view.ts';

const post = {
  id: 'https://anna.example/d.ttl#p1',
  author: 'https://anna.example/card#me',
  content: 'Soup?'
};
const view = (sending: Placed['sending'], fleeting?: boolean) =>
  postView({ post, at: new Date(0), open: false, sending } as Placed, undefined, {
    notes: fleeting === undefined ? {} : { fleeting }
  });

it('says that what waits is kept only where this browser keeps anything', () => {
  const waiting = { state: 'waiting', entries: ['1'] } as const;
  expect(view(undefined, true).state).toBe('saved');
  expect([view(waiting).state, view(waiting, false).state]).toEqual(['waiting', 'waiting']);
  expect(view(waiting, true).state).toBe('unkept');
  const stopped = { id: '1', kind: 'forbidden', detail: '', document: 'd' };
  const refused = { state: 'refused', entries: ['1'], stopped } as const;
  expect(view(refused, true)).toMatchObject({ state: 'refused', problem: { title: expect.any(String) } });
  expect([view(refused).problem?.safe, view(refused, true).problem?.safe]).toEqual([
    'Your text is safe on this device.',
    undefined
  ]);
});
