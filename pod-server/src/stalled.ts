import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Cuts connections on which the other side does nothing for `after` ms: it does not fetch the answer that waits for
 * it, or does not send the rest of what it began to send. Either would hold a document's lock until then. A request
 * that waits for us (for a lock, for an event) is not stalled, however long it takes.
 */
export function cutStalled(server: Server, after: number): void {
  const latest = new WeakMap<Socket, IncomingMessage>();
  server.on('request', (request) => latest.set(request.socket, request));
  // With a listener, Node leaves the decision to it (http.Server, event 'timeout').
  server.setTimeout(after, (socket) => {
    const request = latest.get(socket);
    const doesNotRead = socket.writableLength > 0;
    const doesNotSend = request && !request.complete && request.readableLength === 0;
    if (doesNotRead || doesNotSend) socket.destroy();
    else socket.setTimeout(after);
  });
}
