import type { House } from '#lib/people/me.ts';
import type { Message } from './message.ts';

/** Gives up what did not arrive of a message, with the file that it would have told of. */
export async function dropUnsent(house: House, { sending, body }: Message): Promise<void> {
  const file = body.kind === 'file' ? body.url : undefined;
  const uploads = (await house.sync.outbox()).filter(({ document }) => document === file);
  for (const id of [...(sending?.entries ?? []), ...uploads.map((entry) => entry.id)])
    await house.sync.discard(id);
}
