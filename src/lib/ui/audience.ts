import type { IconName } from './icons.ts';
import { words } from './words.ts';

/** Who can see something, in the four ways a person thinks of it. */
export type Audience = 'everyone' | 'friends' | 'people' | 'me';

const icons: Record<Audience, IconName> = {
  everyone: 'globe',
  friends: 'friends',
  people: 'people',
  me: 'lock'
};

/** The drawing and the word that always go together with an audience's colour. */
export function audienceLook(audience: Audience): { icon: IconName; label: string } {
  return { icon: icons[audience], label: words.audience[audience] };
}
