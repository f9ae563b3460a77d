import type { Path } from './icons.ts';

/** What only conversations draw. */
export const talkIcons = {
  send: 'M4 11.5 20 4l-5.5 16-3.2-6.8L4 11.5ZM11.3 13.2 20 4',
  clip: 'M19.5 11.5l-7.8 7.8a4.6 4.6 0 0 1-6.5-6.5l8.3-8.3a3.1 3.1 0 0 1 4.4 4.4l-8.3 8.3a1.5 1.5 0 0 1-2.2-2.2l7.4-7.4',
  smile: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM8.3 14a4.2 4.2 0 0 0 7.4 0M9.2 9.6v.2M14.8 9.6v.2',
  pin: 'M9 4h6l-.8 6.2 3.3 3.3H6.5l3.3-3.3L9 4ZM12 13.5V20.5',
  bellOff:
    'M8.2 6.4A6 6 0 0 1 18 11v4.5M6 11v5.5L4.5 18H17M10 20.8a2.3 2.3 0 0 0 4 0M6.4 8.9A6 6 0 0 0 6 11M4 4l16 16',
  archive: 'M4 5h16v4H4ZM5.5 9v10h13V9M9.5 12.5h5',
  broom: 'M19.5 4.5l-7 7M9 10l5 5M9 10l-5.5 4 6.5 6.5L14 15M7 16.5l-1.5 2M10 18l-1 2',
  file: 'M7 3.5h7l4 4v13H7a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1ZM13.5 3.5V8H18',
  thread: 'M5 4v9a3 3 0 0 0 3 3h11M15 12l4 4-4 4M5 4h14M10 9h9',
  arrowDown: 'M12 5v14M6 13l6 6 6-6'
} as const satisfies Record<string, Path>;
