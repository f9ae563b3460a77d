import { attempt } from '#lib/people/attempt.ts';
import type { House } from '#lib/people/me.ts';
import type { MenuItem } from '#lib/ui/menu.ts';
import type { Chat } from './chat.ts';
import { archive, clearForMe, mute, pin } from './kept.ts';
import { words } from './screen-words.ts';

/** What I can do with a chat for myself; nobody else sees any of it. */
export function chatMenu(house: House, { id, isPinned, isMuted, isArchived }: Chat): MenuItem[] {
  const say = words.menu;
  const run = (work: () => Promise<unknown>, done?: string) => () => void attempt(work, done);
  return [
    {
      label: isPinned ? say.unpin : say.pin,
      icon: 'pin',
      run: run(() => pin(house, id, !isPinned))
    },
    {
      label: isMuted ? say.unmute : say.mute,
      icon: isMuted ? 'bell' : 'bell-off',
      run: run(() => mute(house, id, !isMuted))
    },
    {
      label: isArchived ? say.unarchive : say.archive,
      icon: 'archive',
      run: run(() => archive(house, id, !isArchived))
    },
    { label: say.clear, icon: 'broom', run: run(() => clearForMe(house, id), say.cleared) }
  ];
}
