const writing = new Set<Promise<void>>();

/** Words on their way into the database, of any place. */
export function underWay(work: Promise<void>): Promise<void> {
  const done = work.finally(() => writing.delete(done));
  writing.add(done);
  return done;
}

/** Resolves when what is being written at every place is in the database: before the page is loaded anew. */
export async function keepDrafts(): Promise<void> {
  await Promise.all(writing);
}
