import { createServer } from 'node:http';

/** @typedef {import('node:http').RequestListener} RequestListener */

/**
 * @param {RequestListener} handler
 * @param {number} port
 * @param {string} host
 * @returns {Promise<import('node:http').Server>}
 */
const bind = (handler, port, host) =>
  new Promise((resolve, reject) => {
    const server = createServer(handler);
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });

/**
 * Listens on loopback only, for both families where the machine has both ("localhost" may mean either), or on the
 * one address that was asked for.
 * @param {RequestListener} handler
 * @param {{ port: number, host?: string | undefined }} where port 0: any free one
 * @returns {Promise<{ port: number, stop: () => Promise<void> }>}
 */
export async function listen(handler, { port, host }) {
  const first = await bind(handler, port, host ?? '127.0.0.1');
  const address = first.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  const servers = [first];
  if (!host) {
    const second = await bind(handler, bound, '::1').catch((/** @type {NodeJS.ErrnoException} */ error) => {
      // No IPv6 on this machine: one family is enough.
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') return undefined;
      first.close();
      throw error;
    });
    if (second) servers.push(second);
  }
  const stop = async () => {
    await Promise.all(
      servers.map((server) => {
        server.closeAllConnections();
        return new Promise((resolve) => server.close(resolve));
      })
    );
  };
  return { port: bound, stop };
}
