import { createSubscriber } from 'svelte/reactivity';

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, 30_000);
  document.addEventListener('visibilitychange', update);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', update);
  };
});

/** Now, in ms since 1970; what reads it is asked again twice a minute. One timer for all, none when nobody reads. */
export function now(): number {
  subscribe();
  return Date.now();
}
