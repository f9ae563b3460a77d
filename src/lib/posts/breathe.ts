/** To be awaited between two pieces of work: clicks, painting and the network have their turn. */
export const breathe = (): Promise<void> => new Promise((resolve) => later(resolve));

// A time-out waits for 4 ms once a few are nested (HTML, 8.6), a message does not. Node has its own way.
const later: (then: () => void) => unknown = typeof setImmediate === 'function' ? setImmediate : afterMessage;

function afterMessage(then: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    then();
  };
  port2.postMessage(null);
}
