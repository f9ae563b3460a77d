import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json'
};
const ENCODINGS = /** @type {const} */ ([
  ['br', '.br'],
  ['gzip', '.gz']
]);

/**
 * Read without asking first: a build may take a file away between the two, and that must not end the server.
 * @param {string} path
 * @returns {Promise<Buffer | undefined>} undefined: no such file
 */
const contentOf = (path) => readFile(path).catch(() => undefined);

/**
 * A built file for a request path, packed as the browser likes it. Undefined: no such file.
 * @param {string} folder
 * @param {string} path of the request, without its query
 * @param {string} accepted the Accept-Encoding header
 */
export async function fileFor(folder, path, accepted) {
  let name;
  try {
    name = normalize(decodeURIComponent(path));
  } catch {
    return undefined; // not valid percent encoding: nothing of ours is called that
  }
  const file = join(folder, name);
  if (!file.startsWith(folder + sep) || name.includes('\0') || name.includes(`${sep}.`)) return undefined;
  /** @type {Record<string, string>} */
  const headers = {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': name.includes('immutable') ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding'
  };
  for (const [encoding, ending] of ENCODINGS) {
    const packed = accepted.includes(encoding) ? await contentOf(file + ending) : undefined;
    if (packed) return { headers: { ...headers, 'content-encoding': encoding }, body: packed };
  }
  const body = await contentOf(file);
  return body && { headers, body };
}
