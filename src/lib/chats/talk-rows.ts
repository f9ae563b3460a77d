import type { Chat } from './chat.ts';
import type { Message } from './message.ts';
import { words } from './screen-words.ts';

export type TalkRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: Date }
  | { readonly kind: 'new'; readonly key: string }
  /** Somebody does not take part any more. */
  | {
      readonly kind: 'gone';
      readonly key: string;
      readonly person: string;
      readonly at: Date;
      readonly left: boolean;
    }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: Message;
      /** The first and the last of its speaker in a row. */
      readonly first: boolean;
      readonly last: boolean;
    };

/** Who speaks again after so long (ms) says who and when again. */
const PAUSE = 5 * 60_000;

/**
 * A conversation as it is drawn, oldest first: a line before each day (of the reader's time zone), one before the first
 * message that is new, one where somebody went, and messages of one speaker hanging together.
 */
export function talkRows(
  list: readonly Message[],
  firstNew: string | undefined,
  former: Chat['former'] = []
): TalkRow[] {
  const items = withGone(list, former);
  const rows: TalkRow[] = [];
  items.forEach((item, index) => {
    const [before, after] = [items[index - 1], items[index + 1]];
    if (!before || dayOf(before) !== dayOf(item))
      rows.push({ kind: 'day', key: `day ${dayOf(item)} ${item.id}`, at: item.at });
    if (item.id === firstNew) rows.push({ kind: 'new', key: 'new' });
    rows.push(
      'person' in item
        ? { kind: 'gone', key: item.id, person: item.person, at: item.at, left: item.left }
        : {
            kind: 'message',
            key: item.id,
            message: item,
            first: !before || item.id === firstNew || !hangTogether(before, item),
            last: !after || after.id === firstNew || !hangTogether(item, after)
          }
    );
  });
  return rows;
}

interface Gone {
  readonly id: string;
  readonly person: string;
  readonly at: Date;
  /** By themselves. */
  readonly left: boolean;
}
type Item = Message | Gone;

/** Those who went before the first message that is shown are not told of here. */
function withGone(list: readonly Message[], former: Chat['former']): readonly Item[] {
  const from = list[0]?.at;
  const gone = former.flatMap(({ id, until, left = false }): Gone[] =>
    until && (!from || until >= from) ? [{ id: `gone ${id}`, person: id, at: until, left }] : []
  );
  if (gone.length === 0) return list;
  // Messages stay as they are sorted: two of one moment have an order of their own.
  const items: Item[] = [...list];
  for (const one of gone) {
    const place = items.findIndex((item) => item.at > one.at);
    items.splice(place < 0 ? items.length : place, 0, one);
  }
  return items;
}

const dayOf = ({ at }: Item): number => new Date(at).setHours(0, 0, 0, 0);

const hangTogether = (a: Item, b: Item): boolean =>
  !('person' in a) &&
  !('person' in b) &&
  a.maker !== undefined &&
  a.maker === b.maker &&
  dayOf(a) === dayOf(b) &&
  b.at.getTime() - a.at.getTime() < PAUSE;

/** What stands above the first message; what I cleared was said all the same. */
export function beginning(
  { clearedUntil, clearedAhead }: Pick<Chat, 'clearedUntil' | 'clearedAhead'>,
  isSaid: boolean
): string {
  if (clearedUntil || clearedAhead.size > 0) return words.talk.cleared;
  return isSaid ? words.talk.start : words.talk.empty;
}
