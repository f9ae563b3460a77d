import { attempt } from '#lib/people/attempt.ts';
import type { House } from '#lib/people/me.ts';
import type { MenuItem } from '#lib/ui/menu.ts';
import type { Chat } from './chat.ts';
import { clearWithUndo } from './clear-with-undo.ts';
import { loadVerbs } from './load-verbs.ts';
import { words } from './screen-words.ts';
import { talkIcons } from '#lib/ui/talk-icons.ts';

/** What I can do with a chat for myself; nobody else sees any of it. `unread`: how much of it is new, in a list. */
export function chatMenu(
  house: House,
  { id, isPinned, isMuted, isArchived, unread = 0 }: Chat & { readonly unread?: number }
): MenuItem[] {
  const say = words.menu;
  const run =
    (work: (verbs: NonNullable<Awaited<ReturnType<typeof loadVerbs>>>) => Promise<unknown>, done?: string) =>
    () =>
      void attempt(async () => {
        const verbs = await loadVerbs();
        if (verbs) await work(verbs);
      }, done);
  return [
    ...(unread > 0
      ? [{ label: say.read, icon: 'check' as const, run: run(({ markRead }) => markRead(house, id)) }]
      : []),
    {
      label: isPinned ? say.unpin : say.pin,
      icon: talkIcons.pin,
      run: run(({ pin }) => pin(house, id, !isPinned))
    },
    {
      label: isMuted ? say.unmute : say.mute,
      icon: isMuted ? 'bell' : talkIcons.bellOff,
      run: run(({ mute }) => mute(house, id, !isMuted))
    },
    {
      label: isArchived ? say.unarchive : say.archive,
      icon: talkIcons.archive,
      run: run(({ archive }) => archive(house, id, !isArchived))
    },
    {
      label: say.clear,
      icon: talkIcons.broom,
      run: () => void clearWithUndo(house, id)
    }
  ];
}
