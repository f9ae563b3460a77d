import type { House } from '#lib/people/me.ts';
import { moment } from '#lib/people/moment.ts';
import { messageNow } from './own-message.ts';
import { say, type NewMessage, type Sent } from './send.ts';
import { threadOf } from './minted.ts';
import { inThread, threadOn } from './statements.ts';
import { textOf } from './text-of.ts';

/** Says something in the thread that hangs on a message; makes the thread where there is none. */
export async function replyIn(
  house: House,
  id: string,
  reply: NewMessage,
  now = moment(house)
): Promise<Sent> {
  const text = textOf(reply.text);
  const { message, chat, document } = await messageNow(house, id);
  const thread = message.inThread ?? message.thread?.id ?? threadOf(message.id);
  const isNew = !message.inThread && !message.thread;
  return say(house, chat, { ...reply, text }, now, {
    thread,
    beside: (answer, day) => {
      const member = inThread(thread, answer);
      const made = isNew ? threadOn(message.id) : [];
      if (day === document) return { here: [...made, member], elsewhere: [] };
      // In the thread's own document too, so that one reading tells who belongs to it.
      const home = thread.split('#')[0]!;
      return { here: [member], elsewhere: [{ document: home, insert: [...made, member], delete: [] }] };
    }
  });
}
