import type { OutboxEntry } from '#lib/cache/cache.ts';
import { SIOC } from '#lib/rdf/vocab.ts';
import type { Message } from './message.ts';

/** The words of mine that wait or stopped with a message: not those of a reaction, a deletion or a file. */
export function unsentWords(
  outbox: readonly OutboxEntry[],
  { body, version, sending }: Pick<Message, 'body' | 'version' | 'sending'>
): string | undefined {
  if (body.kind !== 'text') return undefined;
  const own = outbox.filter(({ id }) => sending?.entries.includes(id));
  const isThere = own.some(
    ({ intent }) =>
      intent.kind === 'patch' &&
      intent.insert.some(
        ({ subject, predicate }) => subject.value === version && predicate.value === SIOC.content
      )
  );
  return isThere ? body.text : undefined;
}
