import { PodProblem } from './problem.ts';
import type { Watch } from './watch.ts';

/**
 * A whole body of at most `limit` bytes, counted after decompression (a small gzip may unpack to gigabytes).
 * More than that is `broken`, and so is a body that breaks off; silence is the watch's business.
 */
export async function readBody(
  response: Response,
  limit: number,
  watch: Watch
): Promise<Uint8Array<ArrayBuffer>> {
  const url = response.url;
  if (!response.body) return new Uint8Array();
  const tooLarge = () => new PodProblem({ kind: 'broken', url, detail: `larger than ${limit} bytes` });
  const reader = response.body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    if (Number(response.headers.get('content-length')) > limit) throw tooLarge();
    for (;;) {
      watch.touch();
      const { done, value } = await watch.race(reader.read());
      if (done) break;
      size += value.byteLength;
      if (size > limit) throw tooLarge();
      chunks.push(value);
    }
  } catch (error) {
    // Not awaited: a hostile stream may never acknowledge, and what it says then does not matter any more.
    reader.cancel().catch(() => undefined);
    if (error instanceof PodProblem) throw error;
    throw new PodProblem({ kind: 'broken', url, detail: `the answer broke off: ${String(error)}` });
  }
  return joined(chunks, size);
}

function joined(chunks: readonly Uint8Array<ArrayBuffer>[], size: number): Uint8Array<ArrayBuffer> {
  // Most documents come in one piece.
  const [only] = chunks;
  if (only && chunks.length === 1) return only;
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}
