import { accept } from '#lib/people/friends/accept.ts';
import { checkFriends } from '#lib/people/friends/check-friends.ts';
import { request } from '#lib/people/friends/request.ts';
import { processInbox } from '#lib/people/inbox/process-inbox.ts';
import type { Neighbour } from '../../e2e/bad-input/support/neighbour.ts';

/** Friends by asking and saying yes, as in the app. */
export async function befriend(asks: Neighbour, asked: Neighbour): Promise<void> {
  await request(asks.house, asked.webId);
  await asks.house.allSent();
  await processInbox(asked.house);
  await accept(asked.house, asks.webId);
  await asked.house.allSent();
  await processInbox(asks.house);
  await checkFriends(asks.house);
  await asks.house.allSent();
}
