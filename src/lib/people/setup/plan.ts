import type { House } from '../me.ts';
import { cardStep } from './card.rules.ts';
import { contactsStep, indexStep, settingsStep } from './documents.rules.ts';
import { friendsStep, inboxStep, publicStep } from './folders.rules.ts';
import type { Step } from './step.ts';
import { lookAround } from './surroundings.ts';

/**
 * What my space needs for Hearth and whether it is there: folders and who may use them first, then documents, and my
 * profile last, which tells of the rest. `name` is written where the profile has none.
 * Throws `Cannot` with a sentence when the space does not answer.
 */
export async function plan(
  house: House,
  { name }: { name?: string } = {},
  now = new Date()
): Promise<Step[]> {
  const around = await lookAround(house, now);
  return [
    publicStep(around),
    friendsStep(around),
    inboxStep(around),
    settingsStep(around),
    contactsStep(around),
    indexStep(around),
    cardStep(around, name)
  ];
}
