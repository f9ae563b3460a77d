import type { House } from '#lib/people/me.ts';
import type { Messages, Window } from './chat.ts';
import { checksOf } from './checks.ts';
import { messages } from './messages.question.ts';

/** What a person sees of a chat once everything is fetched and checked. */
export async function sees(house: House, chat: string, window: Window = { count: 50 }): Promise<Messages> {
  const checks = checksOf(house);
  const asked = new Set<string>();
  const read = async (url: string) => {
    const document = url.split('#')[0]!;
    if (!asked.has(document)) {
      asked.add(document);
      await house.sync.refresh([document]);
    }
    return house.asking.read(document);
  };
  await messages(house, checks, chat, window)(read);
  await checks.done();
  return messages(house, checks, chat, window)(read);
}
