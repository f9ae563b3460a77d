import { clientId } from './client-id.mjs';
import { fileFor } from './files.mjs';
import { SECURITY_HEADERS } from './headers.mjs';
import { listen } from './listen.mjs';

/**
 * Serves the built client: files, the one page for every other address, and two small documents made for this origin.
 * @param {{ folder: string, port: number, host?: string | undefined, origin?: string | undefined, pods?: string | undefined }} options
 *   `origin`: how browsers reach it, when that is not http://localhost:port; `pods`: where one can sign up.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function serveApp({ folder, port, host, origin, pods }) {
  let own = origin;
  /** @type {import('node:http').RequestListener} */
  const handler = async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const json =
      path === '/client.jsonld'
        ? clientId(own ?? '')
        : path === '/config.json'
          ? { pods: pods ?? null }
          : undefined;
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405, SECURITY_HEADERS).end();
    if (json) {
      const type = path.endsWith('.jsonld') ? 'application/ld+json' : 'application/json';
      // Providers fetch the client id from their own origin; it holds nothing private.
      const open = { 'content-type': type, 'cache-control': 'no-cache', 'access-control-allow-origin': '*' };
      return void response.writeHead(200, { ...SECURITY_HEADERS, ...open }).end(JSON.stringify(json));
    }
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const found = await fileFor(folder, path, accepted);
    // A missing script is an old tab after an update: a page in its place would be worse than a 404.
    const file =
      found ?? (path.startsWith('/_app/') ? undefined : await fileFor(folder, '/index.html', accepted));
    if (!file)
      return void response
        .writeHead(404, { ...SECURITY_HEADERS, 'content-type': 'text/plain' })
        .end('Nothing here.');
    response
      .writeHead(200, { ...SECURITY_HEADERS, ...file.headers })
      .end(request.method === 'HEAD' ? undefined : file.body);
  };
  const server = await listen(handler, { port, host });
  own ??= `http://localhost:${server.port}`;
  return { url: `${own}/`, stop: server.stop };
}
