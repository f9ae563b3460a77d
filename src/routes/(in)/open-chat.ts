import { goto } from '$app/navigation';
import { attempt } from '#lib/people/attempt.ts';
import type { House } from '#lib/people/me.ts';
import { part } from '#lib/ui/part.ts';

const opening = new Map<string, Promise<void>>();

/**
 * From a person to the chat of the two of us in one step: the one there is, or a new one. Pressed again meanwhile it is
 * the same step: a second one would take the focus from whoever writes already.
 */
export function openChat(house: House, person: string): Promise<void> {
  const step = opening.get(person) ?? open(house, person).finally(() => opening.delete(person));
  opening.set(person, step);
  return step;
}

async function open(house: House, person: string): Promise<void> {
  const chats = await part(() =>
    Promise.all([import('#lib/chats/start-chat.ts'), import('#lib/chats/chat-view.ts')])
  );
  if (!chats) return;
  const [{ startChat }, { hrefOf }] = chats;
  await attempt(async () => {
    const { chat } = await startChat(house, { people: [person] });
    await goto(hrefOf(chat));
  });
}
