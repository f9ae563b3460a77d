import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * The Turtle documents of a folder, as Community Solid Server stores a space on disk: `card$.ttl` is the
 * document `card`, `.acl` and `.meta` are Turtle too, and its own `.internal` is nobody's data.
 * @param {string} folder
 * @param {string} base URL of the folder, with a slash at the end
 * @returns {AsyncGenerator<import('./check-document.mjs').Document>}
 */
export async function* folderDocuments(folder, base) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(ttl|acl|acr|meta)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => !file.split(sep).includes('.internal'))
    .sort();
  for (const file of files) {
    yield { file, url: urlOf(file, base), text: await readFile(join(folder, file), 'utf8') };
  }
}

/** @param {string} file relative path @param {string} base */
function urlOf(file, base) {
  const path = file
    .replace(/\$\.[^.$]+$/, '')
    .split(sep)
    .map(encodeSegment)
    .join('/');
  return base + path;
}

// What RFC 3986 allows in a path segment stays as it is.
const encodeSegment = (/** @type {string} */ name) =>
  encodeURIComponent(name).replace(/%(3A|40|24|26|2B|2C|3B|3D)/g, (code) => decodeURIComponent(code));
