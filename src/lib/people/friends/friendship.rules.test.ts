import { describe, expect, it } from 'vitest';
import { standing } from './friendship.rules.ts';
import type { Saying, Side } from './side.rules.ts';

const mine = (says: Saying, answers?: string): Side => ({
  document: 'm',
  says,
  activity: 'my',
  answers,
  published: new Date(1000),
  streams: []
});
const theirs = (says: Saying, answers?: string, at = 2000): Side => ({
  document: 't',
  says,
  activity: 'their',
  answers,
  published: new Date(at),
  streams: []
});

describe('how things stand', () => {
  it.each<[string, Side | undefined, Side | undefined, string | undefined]>([
    ['nobody said anything', undefined, undefined, undefined],
    ['they ask', undefined, theirs('offer'), 'asks'],
    ['they took it back before I answered', undefined, theirs('undo'), undefined],
    ['they answer what I never asked', undefined, theirs('accept', 'my'), undefined],
    ['I ask', mine('offer'), undefined, 'asked'],
    ['I ask, they say yes', mine('offer'), theirs('accept', 'my'), 'friend'],
    ['I ask, they say yes to an earlier question', mine('offer'), theirs('accept', 'old'), 'asked'],
    ['I ask, they say no', mine('offer'), theirs('reject', 'my'), 'declined by them'],
    ['I ask, they said no to an earlier question', mine('offer'), theirs('reject', 'old'), 'asked'],
    ['I ask, they ask', mine('offer'), theirs('offer'), 'friend'],
    ['I ask, they say yes and take it back', mine('offer'), theirs('undo', 'my'), 'ended by them'],
    ['I ask, they took back a yes to an earlier question', mine('offer'), theirs('undo', 'old'), 'asked'],
    ['both asked, they take it back', mine('offer'), theirs('undo'), 'ended by them'],
    ['they took their question back before I asked', mine('offer'), theirs('undo', undefined, 500), 'asked'],
    ['I say yes', mine('accept', 'their'), theirs('offer'), 'friend'],
    ['I said yes to an earlier question', mine('accept', 'old'), theirs('offer'), 'asks'],
    ['I say yes, they take it back', mine('accept', 'their'), theirs('undo'), 'ended by them'],
    ['I say yes, their word is gone', mine('accept', 'their'), undefined, 'ended by them'],
    ['I say no', mine('reject', 'their'), theirs('offer'), 'declined by me'],
    ['I said no to an earlier question', mine('reject', 'old'), theirs('offer'), 'asks'],
    ['I said no and they took it back', mine('reject', 'their'), theirs('undo'), 'declined by me'],
    ['I end it', mine('undo', 'their'), theirs('offer'), 'ended by me'],
    ['I end it, their yes still stands', mine('undo'), theirs('accept', 'my'), 'ended by me']
  ])('%s', (_, me, them, state) => {
    const is = standing(me, them);
    expect(is && (is.by ? `${is.state} by ${is.by}` : is.state)).toBe(state);
  });

  it('is friendship only where both say yes, whatever else is said', () => {
    const sayings: (Saying | undefined)[] = ['offer', 'accept', 'reject', 'undo', undefined];
    for (const one of sayings) {
      for (const other of sayings) {
        for (const answers of ['my', 'their', 'old', undefined]) {
          const is = standing(one && mine(one, answers), other && theirs(other, answers));
          if (is?.state !== 'friend') continue;
          expect([one, other].every((says) => says === 'offer' || says === 'accept')).toBe(true);
          expect(one === 'accept' && other === 'accept').toBe(false);
        }
      }
    }
  });
});
