import { createSubscriber } from 'svelte/reactivity';

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, 30_000);
  document.addEventListener('visibilitychange', update);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', update);
  };
});

let ahead = $state(0);

/** How far this device's clock is ahead of the one that things are dated by, ms. */
export const aheadBy = (milliseconds: number): void => void (ahead = milliseconds);

/** Now, in ms since 1970; what reads it is asked again twice a minute. One timer for all, none when nobody reads. */
export function now(): number {
  subscribe();
  return Date.now() - ahead;
}
