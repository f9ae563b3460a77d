/** What a message belongs to besides its words. */
export interface Ties {
  /** The message it answers. */
  readonly replyTo?: string | undefined;
  /** The thread it stands in. */
  readonly thread?: string | undefined;
}

/**
 * The end of the address of a message that answers another (`-a`) or stands in a thread (`-t`). SolidOS's signature
 * covers neither statement, but the address: so nobody can move a signed message elsewhere (decision 13).
 */
export const tiesOf = ({ replyTo, thread }: Ties): string =>
  (replyTo === undefined ? '' : `-a${nameIn(replyTo)}`) + (thread === undefined ? '' : `-t${nameIn(thread)}`);

const ULID = '[0-9A-HJKMNP-TV-Z]{26}';
const OURS = new RegExp(`#Msg${ULID}(?:-a([0-9A-Za-z]+))?(?:-t([0-9A-Za-z]+))?$`);
/** Whether an address is that of a message as we give them. */
export const isOurs = (id: string): boolean => OURS.test(id);
const NAME = new RegExp(`^Msg(${ULID})`);

/** Letters and digits that a message, or the thread on it, is told by; ours begin with a ULID, which is enough. */
function nameIn(address: string): string {
  const fragment = address.slice(address.indexOf('#') + 1).replace(/-thread$/, '');
  return NAME.exec(fragment)?.[1] ?? (fragment.replace(/[^0-9A-Za-z]/g, '').slice(0, 64) || '0');
}

/** Whether a message may be tied to that. An address that another app gave says nothing, so anything may be said of it. */
export function mayBeTied(id: string, as: keyof Ties, to: string): boolean {
  const found = OURS.exec(id);
  return !found || found[as === 'replyTo' ? 1 : 2] === nameIn(to);
}

/** Whether a message stands at an address; undefined where its document is not at hand. */
export type Stands = (message: string) => boolean | undefined;

/**
 * Which of the things that are said of a message it really belongs to, and whether somebody else added to them. Of
 * several that go by the one name that was signed it is the one that is there; where that cannot be told it is none.
 */
export function tiedTo(
  id: string,
  as: keyof Ties,
  said: readonly string[],
  stands: Stands
): { to: string | undefined; isForged: boolean } {
  const all = [...new Set(said)];
  const may = all.filter((each) => mayBeTied(id, as, each));
  const isUnclear = OURS.test(id) && may.length > 1;
  return { to: isUnclear ? theOneOf(may, stands) : may[0], isForged: isUnclear || may.length < all.length };
}

/** Somebody may write a message of that name too, in a document that is at hand while the true one's is not. */
function theOneOf(addresses: readonly string[], stands: Stands): string | undefined {
  const ofDay = addresses.filter(isOfItsDay);
  const possible = ofDay.length > 0 ? ofDay : addresses;
  if (possible.length === 1) return possible[0];
  const there = possible.map((each) => stands(each.replace(/-thread$/, '')));
  return there.filter((each) => each !== false).length === 1 ? possible[there.indexOf(true)] : undefined;
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ours lie in the document of the UTC day that their ULID tells: its first ten digits are milliseconds since 1970. */
function isOfItsDay(address: string): boolean {
  const ulid = NAME.exec(address.slice(address.indexOf('#') + 1))?.[1];
  if (ulid === undefined) return false;
  const time = [...ulid.slice(0, 10)].reduce((sum, digit) => sum * 32 + DIGITS.indexOf(digit), 0);
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) return false;
  return address.includes(`/${at.toISOString().slice(0, 10).replaceAll('-', '/')}/`);
}
