import type { House } from '#lib/people/me.ts';
import { noteRefused } from './in-the-way.ts';
import type { Message } from './message.ts';

const IN_THE_WAY = ['refused', 'conflict'];

/** Gives up what did not arrive of a message, with the file that it would have told of. */
export async function dropUnsent(house: House, { sending, body }: Message): Promise<void> {
  const file = body.kind === 'file' ? body.url : undefined;
  const outbox = await house.sync.outbox();
  const uploads = outbox.filter(({ document }) => document === file);
  for (const { id, document, problem } of outbox)
    if (sending?.entries.includes(id) && problem && IN_THE_WAY.includes(problem.kind))
      await noteRefused(house, document);
  for (const id of [...(sending?.entries ?? []), ...uploads.map((entry) => entry.id)])
    await house.sync.discard(id);
}
