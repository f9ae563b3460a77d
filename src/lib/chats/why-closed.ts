import type { Chat } from './chat.ts';
import { isNoChat, isShut, mayWrite } from './may-write.ts';
import { words } from './screen-words.ts';

/** Why nobody can write here, where the box would stand; undefined where I may. `read`: something of it is shown. */
export function whyClosed(head: Chat, read: boolean): string | undefined {
  const say = words.talk;
  if (!head.isCopy && isNoChat(head)) return '';
  if (mayWrite(head)) return undefined;
  if (head.isCopy) return say.copyClosed;
  if (!isShut(head.problem)) return say.readOnly;
  // Whoever was never in has lost nothing.
  return head.problem === 'forbidden' && read ? say.removed : '';
}
