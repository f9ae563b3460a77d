export type Theme = 'auto' | 'light' | 'dark';

const key = 'theme';
const isTheme = (value: unknown): value is Theme => value === 'auto' || value === 'light' || value === 'dark';

/** What the reader chose on this device; `auto` follows the system. */
export function rememberedTheme(): Theme {
  try {
    const value = localStorage.getItem(key);
    return isTheme(value) ? value : 'auto';
  } catch {
    // Storage may be forbidden (private windows, site settings): then the system decides.
    return 'auto';
  }
}

/** Paints the page in this theme at once. */
export function applyTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Applies it and keeps it for the next visit; answers whether it could be kept. */
export function chooseTheme(theme: Theme): boolean {
  applyTheme(theme);
  try {
    localStorage.setItem(key, theme);
    return true;
  } catch {
    return false;
  }
}
