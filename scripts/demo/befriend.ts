import { accept } from '#lib/people/friends/accept.ts';
import { checkFriends } from '#lib/people/friends/check-friends.ts';
import { request } from '#lib/people/friends/request.ts';
import { processInbox } from '#lib/people/inbox/process-inbox.ts';
import type { DemoHouse } from './demo-house.ts';

/** Friends by asking and saying yes, as in the app. */
export async function befriend(asks: DemoHouse, asked: DemoHouse): Promise<void> {
  await request(asks, asked.me.id);
  await asks.allSent();
  await processInbox(asked);
  await accept(asked, asks.me.id);
  await asked.allSent();
  await processInbox(asks);
  await checkFriends(asks);
  await asks.allSent();
}
