import type { Notice } from './channels.ts';

/** Characters. The bundled server's have about 400. */
const LONGEST = 16_000;
/** Characters of an ETag that is worth comparing. */
const LONGEST_STATE = 500;

/**
 * What a message says about `topic`. `undefined`: it is no notification at all (the bundled server tells in plain
 * text that a channel is not known). `'foreign'`: it speaks of something else, which is nobody's business here.
 * The activity's `object` is what changed; when children come and go, `target` (Add) or `origin` (Remove) is their
 * container (Solid Notifications Protocol 0.2, notification data model; Activity Streams 2.0, 3.2).
 */
export function readNotice(data: unknown, topic: string): Notice | 'foreign' | undefined {
  if (typeof data !== 'string' || data.length > LONGEST) return undefined;
  let said: unknown;
  try {
    said = JSON.parse(data);
  } catch {
    return undefined;
  }
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return undefined;
  const { object, target, origin, state } = said as Record<string, unknown>;
  if (![object, target, origin].some((one) => names(one, topic))) return 'foreign';
  const usable = typeof state === 'string' && state !== '' && state.length <= LONGEST_STATE;
  return usable ? { state } : {};
}

/** By its address, or as a node with one. */
const names = (value: unknown, topic: string): boolean =>
  value === topic || (typeof value === 'object' && value !== null && 'id' in value && value.id === topic);
