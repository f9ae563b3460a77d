import { parse } from './rdf.mjs';

const CONTAINS = 'http://www.w3.org/ns/ldp#contains';
const LIMITS = { documents: 500, bytes: 5_000_000, milliseconds: 15_000 };

/**
 * The public Turtle documents at a URL: itself and, for a folder, everything below it. Bounded, and it never
 * leaves the folder. Asks without signing in, so what is private is counted in `skipped` and not read.
 * @param {string} start
 * @param {{ skipped: { url: string, why: string }[] }} notes what could not be checked is added here
 * @returns {AsyncGenerator<import('./check-document.mjs').Document>}
 */
export async function* webDocuments(start, notes, limits = LIMITS) {
  const queue = [start];
  const seen = new Set(queue);
  for (let url = queue.shift(), count = 0; url !== undefined; url = queue.shift()) {
    if (++count > limits.documents) {
      notes.skipped.push({ url, why: `only the first ${limits.documents} documents are read` });
      return;
    }
    const answer = await get(url, limits);
    if (answer.why) {
      if (url === start) throw new Error(`${url} cannot be read: ${answer.why}`);
      notes.skipped.push({ url, why: answer.why });
      continue;
    }
    if (url.endsWith('/')) {
      for (const child of childrenOf(answer.text, url)) {
        if (!child.startsWith(start) || seen.has(child)) continue;
        seen.add(child);
        queue.push(child);
      }
    }
    yield { file: url, url, text: answer.text };
  }
}

/**
 * @param {string} url
 * @param {typeof LIMITS} limits
 * @returns {Promise<{ text: string, why?: string }>}
 */
async function get(url, limits) {
  try {
    const signal = AbortSignal.timeout(limits.milliseconds);
    const answer = await fetch(url, { headers: { accept: 'text/turtle' }, signal });
    if (answer.status === 401 || answer.status === 403) return discard(answer, 'it is not public');
    if (!answer.ok) return discard(answer, `the server answered ${answer.status}`);
    if (!/^text\/turtle\b/.test(answer.headers.get('content-type') ?? ''))
      return discard(answer, 'it is not Turtle');
    return await read(answer, limits.bytes);
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return { text: '', why: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** @param {Response} answer @param {string} why */
async function discard(answer, why) {
  await answer.body?.cancel();
  return { text: '', why };
}

/** @param {Response} answer @param {number} most bytes */
async function read(answer, most) {
  const chunks = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > most) return { text: '', why: `it is larger than ${most} bytes` };
    chunks.push(chunk);
  }
  return { text: Buffer.concat(chunks).toString('utf8') };
}

/** @param {string} text @param {string} url */
function childrenOf(text, url) {
  try {
    return parse(text, url)
      .getObjects(url, CONTAINS, null)
      .map((term) => term.value);
  } catch {
    // A listing that is not Turtle is a fault of its own, and named by checkDocument.
    return [];
  }
}
