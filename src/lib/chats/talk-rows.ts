import type { Message } from './message.ts';

export type TalkRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: Date }
  | { readonly kind: 'new'; readonly key: string }
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
 * message that is new, and messages of one speaker hanging together.
 */
export function talkRows(list: readonly Message[], firstNew: string | undefined): TalkRow[] {
  const rows: TalkRow[] = [];
  list.forEach((message, index) => {
    const [before, after] = [list[index - 1], list[index + 1]];
    if (!before || dayOf(before) !== dayOf(message))
      rows.push({ kind: 'day', key: `day ${dayOf(message)} ${message.id}`, at: message.at });
    if (message.id === firstNew) rows.push({ kind: 'new', key: 'new' });
    rows.push({
      kind: 'message',
      key: message.id,
      message,
      first: !before || message.id === firstNew || !hangTogether(before, message),
      last: !after || after.id === firstNew || !hangTogether(message, after)
    });
  });
  return rows;
}

const dayOf = ({ at }: Message): number => new Date(at).setHours(0, 0, 0, 0);

const hangTogether = (a: Message, b: Message): boolean =>
  a.maker !== undefined &&
  a.maker === b.maker &&
  dayOf(a) === dayOf(b) &&
  b.at.getTime() - a.at.getTime() < PAUSE;
