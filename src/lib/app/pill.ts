import type { Silence } from '#lib/posts/quiet.ts';
import type { Session, SessionProblemKind } from '#lib/solid/session.ts';
import type { Thing } from './things.ts';
import { words } from './words.ts';

/** How things stand, as facts. */
export interface Facts {
  readonly online: boolean;
  readonly session: Session['state'];
  /** Why nobody is signed in. */
  readonly problem?: SessionProblemKind | undefined;
  readonly things: readonly Thing[];
  /** It is not known yet what is new: this page has not heard from my space, or something is being fetched. */
  readonly looking: boolean;
  /** Why my own space cannot be read. */
  readonly fault?: Silence | undefined;
  /** Friends whose spaces do not answer, by name. */
  readonly silentFriends: readonly string[];
  /** Whose space a document lies in; undefined for mine. */
  readonly nameOf: (document: string) => string | undefined;
}

export interface Pill {
  readonly status: 'saved' | 'loading' | 'saving' | 'offline' | 'trouble' | 'stopped';
  readonly text: string;
}

/** The one sentence about it all: what needs the person, then what is in the way, then what is being done. */
export function pillOf(facts: Facts): Pill {
  const { online, session, problem, things, looking, fault, silentFriends, nameOf } = facts;
  const say = words.pill;
  const count = things.length;
  const refused = things.filter(({ why }) => why.kind === 'refused').length;
  if (refused > 0) return { status: 'stopped', text: say.refused(refused) };
  if (!online) return { status: 'offline', text: say.offline(count) };
  if (session === 'out') {
    return {
      status: 'trouble',
      text: isPassing(problem) ? say.notYetIn(count) : say.signedOut(count)
    };
  }
  const late = things
    .map(({ why }) => why)
    .find((why) => why.kind === 'trouble' && why.problem !== 'unauthorised');
  // My own space before anybody else's: nothing is up to date without it.
  if (fault !== undefined && fault !== 'silent') return { status: 'trouble', text: say.unread(fault, count) };
  if (fault || late) {
    const name = fault || late?.kind !== 'trouble' ? undefined : nameOf(late.document);
    return { status: 'trouble', text: say.notAnswering(name, count) };
  }
  if (count > 0) return { status: 'saving', text: say.saving(count) };
  if (session === 'restoring' || looking) return { status: 'loading', text: say.looking };
  return { status: 'saved', text: say.saved(silentFriends) };
}

/** Goes away without anybody's help. */
const isPassing = (problem: SessionProblemKind | undefined): boolean =>
  problem === 'provider-down' || problem === 'clock';
