import type { IconName } from './icons.ts';

export type MenuItem =
  | { label: string; icon?: IconName; danger?: boolean; disabled?: boolean; run: () => void }
  | { label: string; icon?: IconName; danger?: boolean; disabled?: boolean; href: string }
  /** A line between two groups. */
  | 'line';

/** Where a menu of this size goes, in CSS px of the window: under its button where there is room, else above. */
export function placeMenu(
  button: DOMRect,
  menu: { width: number; height: number },
  view: { width: number; height: number },
  rtl: boolean
): { left: number; top: number } {
  const gap = 4;
  const edge = 8;
  const below = button.bottom + gap;
  const above = button.top - gap - menu.height;
  const top = below + menu.height > view.height - edge && above > edge ? above : below;
  const wanted = rtl ? button.left : button.right - menu.width;
  const left = Math.max(edge, Math.min(wanted, view.width - menu.width - edge));
  return { left, top };
}

/** Which item gets the focus for a key (WAI-ARIA 1.2 menu pattern), or undefined where the key is not ours. */
export function nextItem(key: string, at: number, labels: readonly string[]): number | undefined {
  const count = labels.length;
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key.length !== 1 || key === ' ') return undefined;
  const letter = key.toLocaleLowerCase();
  for (let step = 1; step <= count; step++) {
    const index = (at + step) % count;
    if (labels[index]?.toLocaleLowerCase().startsWith(letter)) return index;
  }
  return undefined;
}
