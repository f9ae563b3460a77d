import { describe, expect, it } from 'vitest';
import { Graph } from '#lib/rdf/graph.ts';
import { spaceOf } from '#lib/people/space.ts';
import { isOpenable } from './openable.ts';
import { audienceOf, dayOf, folderOf, recentOf } from './places.ts';
import { LONGEST, textProblem, tidied } from './text-rules.ts';
import { viewersOf, viewersWords } from './who-sees.rules.ts';

const storage = 'https://anna.example/';

describe('where posts are', () => {
  it('is where people/ says that they are', () => {
    const space = spaceOf({ id: `${storage}profile/card#me`, storage }, new Graph([]));
    expect([folderOf(storage, 'public'), folderOf(storage, 'friends')]).toEqual([
      space.publicTimeline,
      space.friendsFolder
    ]);
    expect([recentOf(storage, 'public'), recentOf(storage, 'friends')]).toEqual([
      space.publicRecent,
      space.friendsRecent
    ]);
  });
  it('is a document for each UTC day', () => {
    const late = new Date('2026-12-31T23:30:00-05:00');
    expect(dayOf(storage, 'public', late)).toBe(`${storage}public/timeline/2027/2027-01-01.ttl`);
    expect(dayOf(storage, 'friends', late, 2)).toBe(`${storage}social/friends/2027/2027-01-01-2.ttl`);
  });
  it('tells the audience', () => {
    expect(audienceOf(storage, dayOf(storage, 'friends', new Date()))).toBe('friends');
    expect(audienceOf(storage, `${storage}notes/x#1`)).toBeUndefined();
  });
});

describe('a text', () => {
  it('has a length that is told with how much is too much', () => {
    expect(textProblem('x'.repeat(LONGEST))).toBeUndefined();
    expect(textProblem('x'.repeat(LONGEST + 1_500))).toContain(
      '1,500 characters too long. A post holds 20,000'
    );
    expect(textProblem('\n ')).toContain('nothing');
  });
  it('is kept with one kind of line break', () => {
    expect(tidied(' a\r\nb\rc \n')).toBe('a\nb\nc');
  });
});

describe('who can see it', () => {
  const rule = { owner: ['me'], everyone: [], signedIn: [], people: {} } as const;
  const say = (more: object) => viewersWords(viewersOf({ ...rule, ...more }), (id) => id.toUpperCase());
  it('is said by name', () => {
    expect(say({ people: { bob: ['read'], anna: ['read', 'append'], carl: ['append'], me: ['read'] } })).toBe(
      'You and: ANNA, BOB.'
    );
    expect(say({})).toBe('Only you.');
    expect(say({ everyone: ['read'] })).toBe('Everyone on the web.');
    expect(say({ signedIn: ['read'], everyone: ['append'] })).toContain('signed in');
  });
});

it('opens only addresses of the web', () => {
  expect(['https://a.example/d#p', 'http://localhost:1/d#p'].map(isOpenable)).toEqual([true, true]);
  const bad = ['', 'javascript:alert(1)', 'data:text/html,x', '/d#p', 'https://me:pw@a.example/'];
  expect(bad.map(isOpenable)).toEqual(bad.map(() => false));
});
