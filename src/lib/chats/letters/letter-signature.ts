import { dateTime } from '#lib/rdf/terms.ts';
import type { Signed } from '../signed-text.ts';

/** What is signed of a letter: all that it asks for. The chat stands in the place of a message's address. */
export function signedLetter(letter: {
  readonly kind: 'join' | 'leave' | 'refusal' | 'invitation';
  readonly actor: string;
  readonly chat: string;
  readonly published: Date;
  /** To whom, where the letter says it; an invitation says it by whose inbox it lies in. */
  readonly to?: string;
  readonly code?: string;
}): Signed {
  const { kind, actor, chat, published, to = '', code = '' } = letter;
  return {
    id: chat,
    created: dateTime(published).value,
    content: `letter ${JSON.stringify([kind, to, code])}`,
    maker: actor
  };
}
