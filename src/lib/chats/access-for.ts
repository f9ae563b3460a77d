import type { AccessRule } from '#lib/cache/cache.ts';
import type { Write } from '#lib/sync/sync.ts';
import { documentOf } from '#lib/people/address.ts';
import type { Role } from './chat.ts';
import { rootOf } from './places.ts';

type Modes = AccessRule['people'][string];

// Edits and deletions are additions, so that members need no more than to add (docs/data.md).
const INSIDE: Record<Role, Modes> = {
  owner: [],
  moderator: ['read', 'write'],
  member: ['read', 'append'],
  reader: ['read']
};
const INDEX: Record<Role, Modes> = { ...INSIDE, member: ['read'] };

/**
 * Who may do what in a chat: inside its folder, and with its index, where only who looks after it writes. Its owner
 * decides about that, and so does `host`, whose space it lies in, also after handing it over: nobody is shut out of what
 * lies in their own space.
 */
export function accessFor(
  host: string,
  chat: string,
  people: ReadonlyMap<string, Role>,
  label: string
): [Write, Write] {
  const owners = [...people].filter(([, role]) => role === 'owner').map(([person]) => person);
  const rule = (modes: Record<Role, Modes>): AccessRule => ({
    owner: [...new Set([host, ...owners])],
    everyone: [],
    signedIn: [],
    people: Object.fromEntries(
      [...people]
        .filter(([person, role]) => person !== host && role !== 'owner')
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([person, role]) => [person, modes[role]])
    )
  });
  return [
    {
      document: rootOf(chat),
      intent: { kind: 'access', access: { ...rule(INSIDE), appendWithin: true } },
      label
    },
    { document: documentOf(chat), intent: { kind: 'access', access: rule(INDEX) }, label }
  ];
}
