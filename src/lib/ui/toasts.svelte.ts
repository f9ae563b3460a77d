export type ToastAction = { label: string; run: () => void };
export type Toast = {
  id: number;
  text: string;
  kind: 'plain' | 'good' | 'bad';
  action?: ToastAction;
  /** Milliseconds on show while nobody points at it. */
  lasts: number;
  onend?: (acted: boolean) => void;
};
export type ToastWish = Pick<Toast, 'text' | 'action' | 'onend'> & Partial<Pick<Toast, 'kind' | 'lasts'>>;

let list = $state<Toast[]>([]);
let last = 0;

/** Long enough to read twice, and longer where there is something to press (WCAG 2.2, 2.2.1). */
function readingTime(wish: ToastWish): number {
  return (wish.action ? 9_000 : 5_000) + wish.text.length * 50;
}

/** Short words at the window's edge about what was just done. One list for the whole app; `<Toasts />` shows it. */
export const toasts = {
  get list(): readonly Toast[] {
    return list;
  },
  /** Shows one, and answers its number for `close`. `onend` is told once whether the action was pressed. */
  show(wish: ToastWish): number {
    const id = ++last;
    // The oldest makes room, and its owner is told, or an undo would wait for ever.
    for (const old of list.slice(0, -2)) toasts.close(old.id);
    list = [...list, { kind: 'plain', lasts: readingTime(wish), ...wish, id }];
    return id;
  },
  close(id: number, acted = false): void {
    const toast = list.find((each) => each.id === id);
    if (!toast) return;
    list = list.filter((each) => each.id !== id);
    if (acted) toast.action?.run();
    toast.onend?.(acted);
  }
};
