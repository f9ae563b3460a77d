import { describe, expect, it } from 'vitest';
import type { CachedDocument } from '#lib/cache/cache.ts';
import { quietOf, quietWords, sayWhen } from './quiet.ts';

const document = (
  state: CachedDocument['state'],
  kind?: string,
  seen = 5,
  status?: number
): CachedDocument => ({
  url: 'https://b.example/recent.ttl',
  turtle: seen ? '<#a> <#b> <#c>.' : '',
  seen,
  asked: 9,
  state,
  ...(kind ? { problem: { kind, detail: '', status } } : {})
});
const when = () => 'at 14:05';
const owner = 'https://b.example/#me';
const words = (...documents: CachedDocument[]) => {
  const quiet = quietOf({ owner }, documents);
  return quiet && quietWords(quiet, 'Bob', when);
};

describe('somebody whose newest words are not here', () => {
  it('is nobody who can be read, or who never wrote', () => {
    expect(words(document('fresh'), document('stale'), document('missing'))).toBeUndefined();
    expect(quietOf({ owner }, [undefined])).toBeUndefined();
  });
  it('is told with the time up to which it is true', () => {
    expect(words(document('broken', 'offline'))).toBe(
      'Bob’s space is not answering; you see what was there at 14:05.'
    );
    expect(words(document('broken', 'slow', 0))).toBe('Bob’s space is not answering.');
    expect(words(document('broken', 'broken', 5, 502))).toContain('not answering');
    expect(words(document('broken', 'broken'))).toBe(
      'What Bob’s space sends cannot be read; you see what was there at 14:05.'
    );
  });
  it('is told apart when it is a choice', () => {
    expect(words(document('forbidden', 'forbidden'))).toBe('Bob does not let you read this any more.');
    expect(words(document('forbidden', 'forbidden', 0))).toBe(
      'Bob does not let you read what they write for friends.'
    );
  });
  it('is told apart when their app may not have seen my yes', () => {
    const afterMyYes = (...documents: CachedDocument[]) =>
      quietWords(quietOf({ owner, byMyYes: true }, documents)!, 'Bob', when);
    const never = document('forbidden', 'forbidden', 0);
    expect(afterMyYes(document('fresh'), never)).toBe(
      'What Bob writes for friends opens to you when their app has seen your answer.'
    );
    expect(afterMyYes(document('forbidden', 'forbidden'))).toBe('Bob does not let you read this any more.');
    expect(afterMyYes(never, document('broken', 'offline'))).toContain('not answering');
  });
  it('is nobody while my own sign-in is not good', () => {
    expect(words(document('forbidden', 'unauthorised'))).toBeUndefined();
  });
  it('may be me', () => {
    const mine = (document: CachedDocument) =>
      quietWords(quietOf({ owner: 'me' }, [document])!, undefined, when);
    expect(mine(document('broken', 'offline'))).toBe(
      'Your space is not answering; you see what was there at 14:05.'
    );
    expect(mine(document('broken', 'broken', 0))).toBe('What your space sends cannot be read.');
  });
  it('is one sentence a person, the worst', () => {
    expect(words(document('forbidden'), document('broken', 'offline'))).toContain('not answering');
  });
  it('has a name that ends in s', () => {
    expect(quietWords({ owner: '', why: 'silent', seen: 0 }, 'Lars', when)).toBe(
      'Lars’ space is not answering.'
    );
  });
});

it('says the day only when it is another', () => {
  const noon = new Date(2026, 10, 21, 12).getTime();
  expect(sayWhen(noon - 3_600_000, noon, 'en-GB')).toBe('at 11:00');
  expect(sayWhen(noon - 86_400_000, noon, 'en-GB')).toMatch(/^on Friday.*20 November.*12:00$/);
});
