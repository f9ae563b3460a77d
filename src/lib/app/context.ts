import { createContext } from 'svelte';
import type { House } from '#lib/people/me.ts';
import type { App } from './app.svelte.ts';
import type { Door } from './door.svelte.ts';

const [useDoor, setDoor] = createContext<Door>();

/** What can be said before the app is here. Only under the root layout. */
export { setDoor, useDoor };

/** The running app, for pages that are shown only when it is here: all but the welcome page. */
export function useApp(): App {
  const { app } = useDoor();
  if (!app) throw new Error('This page needs the app.');
  return app;
}

/** Who is signed in and their doors. Pages under `routes/(in)` are shown only when there is one. */
export function useHouse(): House {
  const house = useApp().house;
  if (!house) throw new Error('This page needs somebody signed in.');
  return house;
}
