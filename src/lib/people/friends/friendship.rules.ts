import { isYes, type Side } from './side.rules.ts';

export type State =
  | 'friend' // both say so
  | 'asked' // I asked, no answer yet
  | 'asks' // they ask me
  | 'ended' // one of us took it back
  | 'declined'; // one of us said no

export interface Standing {
  readonly state: State;
  /** Whose word made it ended or declined. */
  readonly by?: 'me' | 'them' | undefined;
}

/**
 * How things stand between two people: what BOTH spaces say. `undefined` when neither says anything that counts.
 * An accept or reject counts for the very offer it names, so an old answer never answers a new question; an offer
 * counts by itself, so two people who ask each other at once are friends.
 */
export function standing(mine: Side | undefined, theirs: Side | undefined): Standing | undefined {
  if (mine === undefined) return theirs?.says === 'offer' ? { state: 'asks' } : undefined;
  if (mine.says === 'undo') return { state: 'ended', by: 'me' };
  if (mine.says === 'reject') {
    const another = theirs?.says === 'offer' && theirs.activity !== mine.answers;
    return another ? { state: 'asks' } : { state: 'declined', by: 'me' };
  }
  return mine.says === 'offer' ? asked(mine, theirs) : answered(mine, theirs);
}

function asked(mine: Side, theirs: Side | undefined): Standing {
  if (!isAbout(mine, theirs)) return { state: 'asked' };
  if (isYes(theirs)) return { state: 'friend' };
  return theirs?.says === 'reject' ? { state: 'declined', by: 'them' } : { state: 'ended', by: 'them' };
}

function answered(mine: Side, theirs: Side | undefined): Standing {
  if (theirs?.says === 'offer') return { state: theirs.activity === mine.answers ? 'friend' : 'asks' };
  return { state: 'ended', by: 'them' };
}

/** Whether their word answers my offer, and not an earlier one. */
export function isAbout(mine: Side, theirs: Side | undefined): boolean {
  if (theirs === undefined) return false;
  if (theirs.answers !== undefined) return theirs.answers === mine.activity;
  if (theirs.says === 'offer') return true;
  // They took back an offer of their own: that ends mine only if it is the later word.
  return (theirs.published?.getTime() ?? 0) >= (mine.published?.getTime() ?? 0);
}
