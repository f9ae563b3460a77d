import { createContext } from 'svelte';
import type { House } from '#lib/people/me.ts';
import type { App } from './app.svelte.ts';

const [appOf, setApp] = createContext<App>();

export { setApp };

/** The running app, for pages. Only under the root layout. */
export const useApp = (): App => appOf();

/** Who is signed in and their doors. Pages under `routes/(in)` are shown only when there is one. */
export function useHouse(): House {
  const house = appOf().house;
  if (!house) throw new Error('This page needs somebody signed in.');
  return house;
}
