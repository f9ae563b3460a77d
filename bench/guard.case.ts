import { join } from 'node:path';
import { editMessage } from '#lib/chats/edit-message.ts';
import { react } from '#lib/chats/react.ts';
import { send } from '#lib/chats/send.ts';
import { signingKey } from '#lib/chats/signing-key.ts';
import { startChat } from '#lib/chats/start-chat.ts';
import { documentOf } from '#lib/people/address.ts';
import { edit } from '#lib/posts/edit.ts';
import { FULL } from '#lib/posts/roomy-day.ts';
import { publish } from '#lib/posts/publish.ts';
import { remove } from '#lib/posts/remove.ts';
import { layChat } from './chat/lay-chat.ts';
import { tellNewest } from './chat/tell-newest.ts';
import type { Bench } from './doors.ts';
import { openDoor, through } from './guard/door.ts';
import { fullestFolder, largest } from './guard/fullest.ts';
import { writeYear } from './guard/old-posts.ts';
import { moveIn, type Neighbour } from '../scripts/demo/neighbour.ts';
import { withPlace } from './home/place.ts';
import { signIn } from './home/sign-in.ts';
import { settled } from './live/at-browser.ts';
import { row, type Row } from './row.ts';

const CHILDREN = 366;
/** 365 days of 27 posts and 145 of today are 10,000. */
const EACH = 27;
/** Of 200 messages each. */
const DAYS = 49;
const TODAY = 145;
/** Messages of one day: more than one document holds. */
const MESSAGES = 220;

/**
 * A space after 10,000 posts: a year is laid there as the app would have, the rest is written, changed and deleted by
 * the app's verbs. Then its owner opens it on a new device, writes and edits.
 */
export function guard(bench: Bench): Promise<Row[]> {
  bench.say('guard: ten thousand posts ...');
  return withPlace(bench, async ({ app, pods, data, browser }) => {
    const door = openDoor();
    const ada = await moveIn(bench, pods, 'Ada', through(door));
    door.listed.length = 0;
    const year = new Date().getUTCFullYear() - 1;
    const old = await writeYear(data, ada.house.me, { year, each: EACH });
    // More changes than the rolling page carries.
    for (const post of old.slice(0, 60)) await edit(ada.house, post, 'I see this differently today.');
    for (const post of old.slice(60, 65)) await remove(ada.house, post);
    await ada.house.allSent();
    for (let n = 0; n < TODAY; n++)
      await publish(ada.house, { text: `Today's post number ${n}.`, audience: 'public' });
    await ada.house.allSent();
    const chat = await chatWithYear(bench, pods, data, ada);
    ada.house.sync.close();

    const page = await (await browser.newContext({ baseURL: app })).newPage();
    page.on('response', (response) => {
      const { url, method } = { url: response.url(), method: response.request().method() };
      if (url.startsWith(ada.space.storage)) door.note(method, url, response.ok());
    });
    await signIn(page, ada);
    const article = (text: string) => page.getByRole('article').filter({ hasText: text });
    await article(`Today's post number ${TODAY - 1}.`).waitFor();
    await settled(page);
    await page.getByRole('textbox', { name: 'What do you want to say?' }).fill('After ten thousand.');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await article('After ten thousand.').waitFor();
    await settled(page);
    await article('After ten thousand.').getByRole('button', { name: /^More/ }).click();
    await page.getByRole('menuitem', { name: 'Change' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('After more than ten thousand.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await article('After more than ten thousand.').waitFor();
    await settled(page);

    await page.goto(`/chats/view?c=${encodeURIComponent(chat)}`);
    await article(`Message number ${MESSAGES - 1}.`).waitFor();
    await page.getByRole('textbox', { name: /^Message to/ }).fill('After ten thousand words.');
    await page.getByRole('textbox', { name: /^Message to/ }).press('Enter');
    await article('After ten thousand words.').waitFor();
    await settled(page);

    const folder = await fullestFolder(join(data, new URL(ada.space.storage).pathname));
    const document = await largest(door.patched, (url) =>
      ada.fetch(url, { headers: { accept: 'text/turtle' } })
    );
    // Letters come no other way (LDN 3.2); an inbox that was read is empty.
    const listed = door.listed.filter((url) => url !== ada.space.inbox);
    bench.say(
      `guard: ${folder.count} children in ${folder.where}, ${document.count} triples in ${document.where} ` +
        `(${door.patched.size} documents were patched), listed: ${listed.join(', ') || 'nothing'} ` +
        `and ${door.listed.length - listed.length} times the inbox`
    );
    return [
      row('guard', `most children of a folder / ${CHILDREN}`, folder.count / CHILDREN, '<= 1'),
      row('guard', 'most triples of a patched document / 1,000', document.count / FULL, '<= 1'),
      row('guard', 'folders listed on the way (beside the inbox)', listed.length, '<= 0')
    ];
  });
}

/** A chat in Ada's space with 10,000 messages: fifty full days, the last of which goes on today by the app's verbs. */
async function chatWithYear(bench: Bench, pods: string, data: string, ada: Neighbour): Promise<string> {
  const ben = await moveIn(bench, pods, 'Ben');
  ben.house.sync.close();
  const { chat } = await startChat(ada.house, { people: [ben.webId], title: 'Guarded' });
  const key = await signingKey(ada.house);
  await ada.house.allSent();
  const day = await layChat(data, { chat, maker: ada.webId, key, days: DAYS });
  await tellNewest(ada, chat, day);
  await ada.house.sync.refresh([documentOf(chat), day]);
  for (let n = 0; n < MESSAGES; n++) {
    const { message } = await send(ada.house, chat, { text: `Message number ${n}.` });
    if (n % 20 === 0) await react(ada.house, message, '👍');
    if (n % 20 === 1) await editMessage(ada.house, message, `Message number ${n}, as I meant it.`);
  }
  await ada.house.allSent();
  return chat;
}
