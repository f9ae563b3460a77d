import type { Chat, Role } from './chat.ts';

/** The people of a chat with their roles, with one change. */
export function rolesIn(
  chat: Chat,
  change: readonly [person: string, role: Role | undefined]
): Map<string, Role> {
  const roles = new Map(chat.people.map(({ id, role }) => [id, role]));
  const [person, role] = change;
  if (role === undefined) roles.delete(person);
  else roles.set(person, role);
  return roles;
}
