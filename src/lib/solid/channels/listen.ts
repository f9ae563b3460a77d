import type { AllowsLocal } from '../address-rule.ts';
import { whyUnsafe } from '../address-rule.ts';
import type { Ears, Ended } from './channels.ts';
import { readNotice } from './notice.ts';

/** Milliseconds a server may take to open a socket. */
const PATIENCE = 15_000;

/**
 * Opens a WebSocket and listens for one topic. Only encrypted, or where the guarded fetch may go without (the same
 * rule: an address that somebody else's server chose). A page cannot send pings (WHATWG WebSockets has none), so a
 * line that died silently is found by whoever asks for the document now and then.
 */
export function listen(url: string, topic: string, allowsLocal: AllowsLocal, ears: Ears): () => void {
  let over = false;
  const end = (why: Ended): void => {
    if (over) return;
    close();
    ears.ended(why);
  };
  // A socket is closed late and says so later still: nothing is heard from it after that.
  let shut = () => {};
  const close = (): void => {
    over = true;
    shut();
  };
  if (!isSocketAddress(url) || whyUnsafe(url.replace(/^ws/i, 'http'), allowsLocal) !== undefined) {
    queueMicrotask(() => end('refused'));
    return close;
  }
  const socket = new WebSocket(url);
  const timer = setTimeout(() => end('cut'), PATIENCE);
  shut = () => {
    clearTimeout(timer);
    socket.close();
  };
  socket.onopen = () => {
    clearTimeout(timer);
    if (!over) ears.opened();
  };
  socket.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (over) return;
    const notice = readNotice(data, topic);
    // Whoever says other things here is not the channel we subscribed to; the bundled server refuses in plain words.
    if (notice === undefined) end('refused');
    else if (notice !== 'foreign') ears.heard(notice);
  };
  // After an error there is always a close (WHATWG WebSockets, 4: fail the connection).
  socket.onclose = () => end('cut');
  return close;
}

const isSocketAddress = (url: string): boolean => /^wss?:\/\//i.test(url) && URL.canParse(url);
