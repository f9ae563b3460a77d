import { faultsIn } from '../support/faults-in.ts';
import { act, befriend, box, message, say, SOON } from '../support/talk.ts';
import { expect } from '../support/world.ts';
import { Person } from '../support/person.ts';
import { SolidOs, test } from './solidos.ts';

const NOT_SIGNED = /^Not signed|The signature is wrong/;

/** What lies in a document of the chat, for docs/interop.md and the museum. */
const show = process.env['HEARTH_SHOW'] ? console.log : () => undefined;

test('what we write stands in SolidOS, and what it writes stands here', async ({
  browser,
  world,
  solidos
}, info) => {
  test.setTimeout(600_000);
  const hanna = await Person.at(browser, 'Hanna Interop', world);
  const sol = await Person.at(browser, 'Sol Interop', world);
  const picture = async (page: typeof hanna.page, name: string) =>
    void (await page.screenshot({ path: info.outputPath(`${name}.png`) }));
  await hanna.moveIn();
  await sol.moveIn();
  await befriend(sol, hanna);

  await test.step('Hanna writes in Hearth', async () => {
    await hanna.goTo(`/u?id=${encodeURIComponent(sol.webId)}`);
    await hanna.page.getByRole('button', { name: 'Message', exact: true }).click();
    await expect(hanna.page).toHaveURL(/\/chats\/view/);
    await hanna.signedIn();
    for (const text of ['First', 'Second', 'Third', 'Fourth']) await say(hanna.page, text);
    await hanna.signedIn();
    await act(hanna.page, 'Fourth', 'React');
    await hanna.page.getByRole('button', { name: 'React with ❤️' }).click();
    await act(hanna.page, 'Second', 'More');
    await hanna.page.getByRole('menuitem', { name: 'Edit' }).click();
    await say(hanna.page, 'Second, edited');
    await act(hanna.page, 'Third', 'More');
    await hanna.page.getByRole('menuitem', { name: 'Delete' }).click();
    await act(hanna.page, 'First', 'Reply');
    await say(hanna.page, 'Fifth answers');
    await act(hanna.page, 'Fourth', 'More');
    await hanna.page.getByRole('menuitem', { name: /thread/i }).click();
    await say(hanna.page, 'In the thread');
    await hanna.page.goBack();
    await hanna.signedIn();
  });
  const chat = new URL(hanna.page.url()).searchParams.get('c') ?? '';
  const there = await SolidOs.at(browser, solidos);

  await test.step('Sol signs in at SolidOS and sees all of it, in its order', async () => {
    await there.signIn(world, sol);
    await there.open(chat);
    await expect(there.line('Fifth answers')).toBeVisible({ timeout: 30_000 });
    await expect
      .poll(() => there.rows(), { timeout: 30_000 })
      .toEqual(
        // The thread is behind its button there; a deletion keeps its place, as one of its own does.
        ['First', 'Second, edited', '(message deleted)', 'Fourth', 'Fifth answers'].map((text) => ({
          who: 'Hanna Interop',
          text,
          isRed: false
        }))
      );
    await expect(there.line('Fourth').getByRole('link', { name: '❤️' })).toBeVisible();
    await there.line('Fourth').getByTitle('see thread').first().click();
    await expect(there.line('In the thread')).toBeVisible();
    await picture(there.page, 'solidos-reads');
    expect(there.warnings).toEqual([]);
  });

  await test.step('what Sol writes in SolidOS stands in Hearth, signed by a key that SolidOS made', async () => {
    await there.open(chat);
    await expect(there.line('Fifth answers')).toBeVisible({ timeout: 30_000 });
    await there.say('From SolidOS');
    await there.say('Slip');
    await there.edit('Slip', 'Sleep');
    await there.say('Wrong window');
    await there.delete('Wrong window');
    await there.like('First');
    await there.answerInThread('From SolidOS', 'Thread of SolidOS');
    await expect(message(hanna.page, 'From SolidOS')).toBeVisible(SOON);
    await expect(message(hanna.page, 'Sleep').getByText('edited')).toBeVisible(SOON);
    await expect(message(hanna.page, 'Wrong window')).toHaveCount(0);
    await expect(message(hanna.page, 'First').first().getByRole('button', { name: /👍/ })).toBeVisible(SOON);
    await expect(message(hanna.page, 'Thread of SolidOS')).toBeVisible(SOON);
    await expect(hanna.page.getByText(NOT_SIGNED)).toHaveCount(0);
    await picture(hanna.page, 'hearth-reads');
  });

  const begun = await test.step('a chat that Sol begins in SolidOS invites Hanna here', async () => {
    const made = await there.begin(`${sol.storage}IndividualChats/hanna.example/`, hanna.webId);
    await there.open(made);
    await there.say('Begun in SolidOS');
    await hanna.page.getByRole('link', { name: /^Chats/ }).click();
    await expect(
      hanna.page.getByText(/An invitation to a chat in this space|wants to chat with you/)
    ).toBeVisible(SOON);
    await hanna.page.getByRole('button', { name: 'Join' }).click();
    await expect(message(hanna.page, 'Begun in SolidOS')).toBeVisible({ timeout: 30_000 });
    await hanna.signedIn();
    await say(hanna.page, 'Answered in Hearth');
    await hanna.signedIn();
    await expect(hanna.page.getByText(/not part of this chat/)).toHaveCount(0);
    await there.open(made);
    await expect(there.line('Answered in Hearth')).toBeVisible({ timeout: 30_000 });
    expect((await there.rows()).map(({ text, isRed }) => [text, isRed])).toEqual([
      ['Begun in SolidOS', false],
      ['Answered in Hearth', false]
    ]);
    await picture(there.page, 'solidos-own-chat');
    return made;
  });

  await test.step('Sol comes back to Hearth: the key that SolidOS made is used, and everything is there', async () => {
    await sol.goTo(`/chats/view?c=${encodeURIComponent(begun)}`);
    await expect(message(sol.page, 'Answered in Hearth')).toBeVisible(SOON);
    const key = async () => (await fetch(`${sol.storage}profile/keys/publicKey.ttl`)).text();
    const before = await key();
    await expect(box(sol.page)).toBeVisible();
    await say(sol.page, 'Sol in Hearth');
    await sol.signedIn();
    expect(await key()).toBe(before);
    await expect(message(hanna.page, 'Sol in Hearth')).toBeVisible(SOON);
    await expect(hanna.page.getByText(NOT_SIGNED)).toHaveCount(0);
    expect(there.warnings).toEqual([]);
  });

  const fetchAs = await sol.ownFetch();
  for (const url of [begun, begun.replace('index.ttl#this', '.acl')])
    show(`\n# ${url}\n${await (await fetchAs(url)).text()}`);
  const day = `${new Date().toISOString().slice(0, 10).replaceAll('-', '/')}/chat.ttl`;
  for (const index of [begun, chat]) {
    const url = index.replace('index.ttl#this', day);
    show(`\n# ${url}\n${await (await fetchAs(url)).text()}`);
  }

  await test.step('both spaces are what shapes/ says', async () => {
    for (const person of [hanna, sol]) expect(await faultsIn(person)).toEqual([]);
  });
});
