import type { OutboxEntry } from '#lib/cache/cache.ts';

/**
 * Ids of the access rules that are still on their way to this document or a folder above it. Words must
 * follow them: sent first, somebody just removed could read what was never meant for them.
 */
export function waitingAccess(outbox: readonly OutboxEntry[], document: string): string[] {
  return outbox
    .filter((entry) => entry.intent.kind === 'access' && coversDocument(entry.document, document))
    .map((entry) => entry.id);
}

/** Whether a rule for this folder or document is the rule of the document, unless a nearer one is. */
export const coversDocument = (ruled: string, document: string): boolean =>
  ruled === document || (ruled.endsWith('/') && document.startsWith(ruled));
