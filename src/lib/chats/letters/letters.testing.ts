import type { TestHouse } from '#lib/people/house.testing.ts';
import { processInbox } from '#lib/people/inbox/process-inbox.ts';
import type { ChatLink } from '../links/chat-link.rules.ts';
import { answerLetters } from './answer-letters.ts';
import { askIn } from './ask-in.ts';
import { asks } from './asks.question.ts';
import { enterAsked } from './enter-asked.ts';

/** What the app does on its own: looks into the inbox, answers, enters. */
export async function lives(house: TestHouse): Promise<number> {
  await processInbox(house);
  const left = await answerLetters(house);
  await enterAsked(house);
  await house.allSent();
  return left;
}

export const asked = async (house: TestHouse, link: ChatLink) => {
  await askIn(house, link);
  await house.allSent();
};

/** Of each chat that was asked for: whether it was refused. */
export const states = async (house: TestHouse) =>
  (await asks(house.me)(house.asking.read)).map(({ refused }) => refused !== undefined);
