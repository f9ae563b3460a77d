export type Shortcut = {
  /** One key as typed (`c`, `/`, `?`, `Enter`), or with `Ctrl+` before it (Command on a Mac). */
  keys: string;
  label: string;
  group?: string;
  /** Only while this holds; otherwise the key does what it does without us. */
  when?: () => boolean;
  run: () => void;
};

const registered = new Set<Shortcut>();
let on = true;

/** The one registry: what is here works, and stands in the help sheet. */
export const shortcuts = {
  /** Adds some and answers how to take them away again; in a component, return that from `$effect`. */
  add(...added: Shortcut[]): () => void {
    for (const shortcut of added) registered.add(shortcut);
    return () => added.forEach((shortcut) => registered.delete(shortcut));
  },
  get all(): Shortcut[] {
    return [...registered];
  },
  /** Single letters can be switched off (WCAG 2.2, 2.1.4); those with Ctrl stay. */
  get on(): boolean {
    return on;
  },
  set on(value: boolean) {
    on = value;
  },
  /** Listens until the answer is called. One listener for the whole app. */
  listen(target: Window): () => void {
    const heard = (event: KeyboardEvent) => {
      const shortcut = matching(event);
      if (!shortcut) return;
      event.preventDefault();
      shortcut.run();
    };
    target.addEventListener('keydown', heard);
    return () => target.removeEventListener('keydown', heard);
  }
};

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'defaultPrevented' | 'repeat' | 'target'
>;

/** The newest shortcut for a press, or nothing: while typing, in a dialog or menu, or with the switch off. */
export function matching(event: Pressed): Shortcut | undefined {
  if (event.defaultPrevented || event.isComposing || event.repeat || event.altKey) return undefined;
  const control = event.ctrlKey || event.metaKey;
  if (!control && (!on || isBusy(event.target))) return undefined;
  const keys = control ? `Ctrl+${event.key.toLowerCase()}` : event.key;
  return [...registered].findLast(
    (shortcut) => canonical(shortcut.keys) === keys && shortcut.when?.() !== false
  );
}

function canonical(keys: string): string {
  return keys.startsWith('Ctrl+') ? `Ctrl+${keys.slice(5).toLowerCase()}` : keys;
}

/** Is a letter wanted where the focus is? */
function isBusy(target: EventTarget | null): boolean {
  if (target === null || !('closest' in target)) return false;
  return (
    (target as Element).closest('input, textarea, select, [contenteditable], dialog, [role=menu]') !== null
  );
}
