import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import type { Question } from '#lib/query/ask.ts';
import { SIOC } from '#lib/rdf/vocab.ts';
import { opened } from './chat.question.ts';
import type { Checks } from './checks.ts';
import type { Message } from './message.ts';
import { listIn } from './messages.question.ts';
import { dayIn } from './places.ts';

const MOST = 60;

/** A thread: the message it hangs on, then its replies, oldest first. The thread's document names them all. */
export function thread(house: House, checks: Checks, id: string, thread: string): Question<Message[]> {
  return async (ask) => {
    const { head, read } = await opened(house.me, id)(ask);
    const home = await read(documentOf(thread), 'closed');
    const members = home.graph.iris(thread, SIOC.has_member);
    const days = new Set(members.map(documentOf).filter((url) => url !== home.url && dayIn(id, url)));
    const views = [home, ...(await Promise.all([...days].slice(0, MOST).map((url) => read(url, 'closed'))))];
    const all = await listIn(house, checks, read, views, head);
    return all.filter((message) => message.thread?.id === thread || message.inThread === thread);
  };
}
