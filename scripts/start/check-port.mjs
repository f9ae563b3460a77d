import { createServer } from 'node:net';
import { stop } from '../set-up/say.mjs';

/**
 * A taken port is told before the long set-up, not after it. 0 means any free one.
 * @param {number} port
 * @param {string} flag
 * @param {string | undefined} host
 */
export async function checkPort(port, flag, host) {
  if (port === 0) return;
  const error = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host ?? '127.0.0.1', () => probe.close(() => resolve(undefined)));
  });
  if (!error) return;
  const code = /** @type {NodeJS.ErrnoException} */ (error).code;
  if (code === 'EADDRINUSE')
    stop(`Port ${port} is taken by another program. Choose another with --${flag} N, or stop that program.`);
  if (code === 'EACCES') stop(`Port ${port} needs an administrator. Choose one above 1023 with --${flag} N.`);
  stop(`Port ${port} can't be opened (${code}). Choose another with --${flag} N.`);
}
