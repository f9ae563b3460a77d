import type { Read } from '#lib/query/ask.ts';

/** A patch costs the server more the larger the document is (PERFORMANCE.md, fact 6): 80 ms at 1,000 triples. */
export const FULL = 1_000;

/** What one post takes, with room for edits. */
const ONE_POST = 25;

/** The first document of the day that has room for one more post, as far as the cache knows. */
export async function roomyDay(part: (number: number) => string, read: Read): Promise<string> {
  for (let number = 1; ; number++) {
    const document = part(number);
    if ((await read(document)).graph.quads.length + ONE_POST <= FULL) return document;
  }
}
