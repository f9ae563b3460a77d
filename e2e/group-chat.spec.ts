import { onDevice } from './support/on-device.ts';
import { ON_DEVICE, Person } from './support/person.ts';
import { test } from './support/installation.ts';
import { act, befriend, box, joinIn, log, message, pane, say, SOON, texts } from './support/talk.ts';
import { expect } from './support/world.ts';

const clock = /waiting to be sent/;

// Two households, each with its app and its server: Ada and Cleo live in one, Bert in the other. The chat is Ada's.
test('three people on two servers share one group chat through thick and thin', async ({
  browser,
  world,
  installation
}) => {
  test.setTimeout(300_000);
  const ada = await Person.at(browser, 'Ada Regatta', world);
  const bert = await Person.at(browser, 'Bert Regatta', installation.world, ON_DEVICE);
  const cleo = await Person.at(browser, 'Cleo Regatta', world);
  const all = [ada, bert, cleo];
  /** It arrives at each of them, who only look. */
  const reaches = (people: readonly Person[], text: string) =>
    Promise.all(people.map(({ page }) => expect(message(page, text)).toBeVisible(SOON)));
  /** All show the same, in the same order. */
  const agree = async (people: readonly Person[], wanted: readonly string[]) => {
    for (const { page } of people) await expect.poll(() => texts(page), SOON).toEqual(wanted);
  };

  await test.step('both become friends of Ada', async () => {
    await Promise.all(all.map((person) => person.live()));
    await befriend(bert, ada);
    await befriend(cleo, ada);
  });

  await test.step('Ada starts a group, and both are asked in', async () => {
    const { page } = ada;
    await page.getByRole('link', { name: /^Chats/ }).click();
    await page.getByRole('link', { name: 'New chat' }).first().click();
    for (const { name } of [bert, cleo]) await page.getByRole('checkbox', { name }).check();
    await page.getByLabel('Name of the group').fill('The regatta');
    await page.getByRole('button', { name: 'Start the chat' }).click();
    await expect(page).toHaveURL(/\/chats\/view/);
    await say(page, 'Who comes on Sunday?');
    await ada.signedIn();
    await Promise.all([joinIn(bert), joinIn(cleo)]);
    await reaches([bert, cleo], 'Who comes on Sunday?');
    await expect(pane(bert.page).getByText('3 people')).toBeVisible(SOON);
  });
  let loads = 0;
  for (const { page } of all) page.on('load', () => loads++);

  await test.step('what one says all see, without a reload', async () => {
    await say(bert.page, 'I do');
    await reaches([ada, cleo], 'I do');
    await say(cleo.page, 'So do I');
    await reaches([ada, bert], 'So do I');
    await act(bert.page, 'So do I', 'React');
    await bert.page.getByRole('button', { name: 'React with ❤️' }).click();
    for (const { page } of [ada, cleo])
      await expect(message(page, 'So do I').getByRole('button', { name: /❤️/ })).toBeVisible(SOON);
    await agree(all, ['Who comes on Sunday?', 'I do', 'So do I']);
    expect(loads).toBe(0);
  });

  await test.step('Bert’s network goes in the middle of a sentence', async () => {
    const { page } = bert;
    await onDevice(page);
    await box(page).pressSequentially('When the wind turns ');
    await page.context().setOffline(true);
    await page.reload();
    await expect(box(page)).toHaveValue('When the wind turns ');
    await box(page).focus();
    await page.keyboard.press('End');
    await page.keyboard.type('we sail');
    await page.keyboard.press('Enter');
    await expect(message(page, 'When the wind turns we sail').getByLabel(clock)).toBeVisible();
    await box(page).pressSequentially('And bring so');
  });

  await test.step('the others go on', async () => {
    await say(ada.page, 'Cleo, do you have ropes?');
    await reaches([cleo], 'Cleo, do you have ropes?');
    await say(cleo.page, 'Twenty metres');
    await reaches([ada], 'Twenty metres');
    await expect(message(ada.page, 'When the wind turns')).toHaveCount(0);
  });

  const together = [
    'Who comes on Sunday?',
    'I do',
    'So do I',
    'When the wind turns we sail',
    'Cleo, do you have ropes?',
    'Twenty metres'
  ];
  await test.step('he is back: his words arrive once, theirs are here, and the order is the same', async () => {
    await bert.page.context().setOffline(false);
    await expect(message(bert.page, 'Twenty metres')).toBeVisible({ timeout: 45_000 });
    await bert.signedIn();
    await agree(all, together);
    await expect(message(bert.page, 'we sail').getByLabel(clock)).toHaveCount(0);
    await expect(box(bert.page)).toHaveValue('And bring so');
  });

  const chat = new URL(ada.page.url()).searchParams.get('c') ?? '';
  const [day = ''] = ((await message(ada.page, 'we sail').getAttribute('data-message')) ?? '').split('#');
  await test.step('Ada removes Cleo, who is writing: her app says so, and her words are not lost', async () => {
    await box(cleo.page).pressSequentially('I would rather');
    await pane(ada.page)
      .getByRole('link', { name: /The regatta/ })
      .first()
      .click();
    await ada.page.getByRole('button', { name: 'More: Cleo Regatta' }).click();
    await ada.page.getByRole('menuitem', { name: 'Remove from this chat' }).click();
    const sure = ada.page.getByRole('dialog', { name: /^Remove Cleo Regatta/ });
    await sure.getByRole('button', { name: 'Remove from this chat' }).click();
    await expect(cleo.page.getByText('You are not part of this chat any more', { exact: false })).toBeVisible(
      SOON
    );
    await expect(box(cleo.page)).toHaveCount(0);
    await expect(cleo.page.getByText('I would rather')).toBeVisible();
    // What she had read is hers.
    await agree([cleo], together);
    await cleo.goTo(cleo.page.url());
    await expect(cleo.page.getByText('I would rather')).toBeVisible();
    await expect(box(cleo.page)).toHaveCount(0);
    await ada.signedIn();
    await ada.page.getByRole('link', { name: 'Back to the chat' }).click();
  });

  await test.step('the others see who went, and go on without her', async () => {
    for (const { page } of [ada, bert]) {
      await expect(log(page).getByText('Cleo Regatta is not part of this chat any more.')).toBeVisible(SOON);
      await expect(pane(page).getByText('2 people')).toBeVisible();
    }
    await say(ada.page, 'Just the two of us');
    await reaches([bert], 'Just the two of us');
    await say(bert.page, 'At ten');
    await reaches([ada], 'At ten');
    await agree([ada, bert], [...together, 'Just the two of us', 'At ten']);
  });

  await test.step('the server tells Cleo nothing of it', async () => {
    const own = await cleo.ownFetch();
    const [index = ''] = chat.split('#');
    for (const address of [index, index.replace('index.ttl', ''), day])
      expect((await own(address)).status, address).toBe(403);
    const adas = await ada.ownFetch();
    const written = await (await adas(day)).text();
    expect(written.match(/When the wind turns we sail/g)).toHaveLength(1);
    await cleo.goTo(cleo.page.url());
    await agree([cleo], together);
  });

  await test.step('Ada clears the chat for herself; Bert keeps everything', async () => {
    await pane(ada.page).getByRole('button', { name: 'More: The regatta' }).click();
    await ada.page.getByRole('menuitem', { name: 'Clear for me' }).click();
    await expect(log(ada.page).getByRole('article')).toHaveCount(0);
    await ada.signedIn();
    await say(bert.page, 'I bring the cake');
    await reaches([ada], 'I bring the cake');
    await say(ada.page, 'And I the tea');
    await reaches([bert], 'And I the tea');
    await agree([ada], ['I bring the cake', 'And I the tea']);
  });

  await test.step('at a new device of his, and after a reload, Bert has it all in the same order', async () => {
    const whole = [...together, 'Just the two of us', 'At ten', 'I bring the cake', 'And I the tea'];
    await agree([bert], whole);
    const again = await Person.at(browser, bert.name, installation.world);
    await again.comeHome();
    await again.goTo(bert.page.url());
    await bert.goTo(bert.page.url());
    await agree([again, bert], whole);
    const hers = await Person.at(browser, ada.name, world);
    await hers.comeHome();
    await hers.goTo(ada.page.url());
    await agree([hers], whole.slice(-2));
    await Promise.all([...all, again, hers].map(({ page }) => page.context().close()));
  });
});
