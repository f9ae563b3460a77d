import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPerson, signIn } from '../../../pod-server/dist/account.js';
import { start, type PodServer } from '../../../pod-server/dist/start.js';
import { SignUp } from './sign-up.ts';

let pods: PodServer;
beforeAll(async () => {
  pods = await start({ memory: true });
  const anna = { name: 'Anna', handle: 'anna', email: 'anna@example.org', password: 'anna-secret' };
  await createPerson(pods.url, anna);
}, 30_000);
afterAll(() => pods.stop());

it('goes on after a fault with whatever was changed meanwhile', async () => {
  const form = { name: 'Bea', handle: 'anna', email: 'bea@exmaple.org', password: 'bea-secret' };
  const signUp = new SignUp(pods.url);
  await expect(signUp.create(form)).rejects.toMatchObject({ fault: { field: 'handle', reason: 'taken' } });
  // Another address, and the e-mail and the password were wrong as well.
  const better = { ...form, handle: 'bea', email: 'bea@example.org' };
  const again = { ...better, handle: 'anna' };
  await expect(signUp.create(again)).rejects.toMatchObject({ fault: { field: 'handle' } });
  const last = { ...better, password: 'bea-secret-2' };
  const webId = await signUp.create(last);
  expect(webId).toBe(`${pods.url}bea/profile/card#me`);
  const own = await signIn(pods.url, { email: last.email, password: last.password, webId });
  expect((await own(`${pods.url}bea/`)).status).toBe(200);
  // The slip is not left behind as a second way in, and is free for whoever it belongs to.
  await expect(signIn(pods.url, { email: form.email, password: form.password, webId })).rejects.toThrow();
  const other = { name: 'Bea', handle: 'bea-two', email: form.email, password: 'other-secret' };
  await expect(new SignUp(pods.url).create(other)).resolves.toContain('bea-two');
});

it('says when the e-mail is taken, and goes on with another', async () => {
  const form = { name: 'Cleo', handle: 'cleo', email: 'anna@example.org', password: 'cleo-secret' };
  const signUp = new SignUp(pods.url);
  await expect(signUp.create(form)).rejects.toMatchObject({ fault: { field: 'email', reason: 'taken' } });
  await expect(signUp.create({ ...form, email: 'cleo@example.org' })).resolves.toContain('cleo');
});
