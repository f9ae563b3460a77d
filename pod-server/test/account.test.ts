import { expect, test } from 'vitest';
import { createPerson, signIn } from '../dist/account.js';
import { ask, cli, folder, password, person, run } from './harness.ts';

const ann = { name: 'Ann Weber', handle: 'ann', email: 'ann@people.example', password };

test(
  'a forgotten password is replaced in the data folder, while the server runs',
  { timeout: 60_000 },
  async () => {
    const data = await folder();
    const pods = await cli('--data', data, '--port', '0');
    const { webId } = await createPerson(pods.url, ann);
    const set = (email: string, input: string): ReturnType<typeof run> =>
      run(['set-password', '--data', data, '--email', email], input);

    expect(await set('nobody@people.example', 'a new password\n')).toMatchObject({
      code: 1,
      complaint: 'Nobody signs in with nobody@people.example here.\n'
    });
    expect(await set(ann.email, 'short\n')).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('at least 8')
    });
    await signIn(pods.url, { ...ann, webId });

    expect(await set(ann.email, 'a new password\n')).toMatchObject({ code: 0, complaint: '' });
    await expect(signIn(pods.url, { ...ann, webId })).rejects.toMatchObject({
      name: 'AccountProblem',
      status: 403
    });
    const again = await signIn(pods.url, { email: ann.email, password: 'a new password', webId });
    expect((await again(webId.replace('profile/card#me', ''), { method: 'HEAD' })).status).toBe(200);
  }
);

test('a folder without spaces is no folder to set a password in', async () => {
  const data = await folder();
  expect(await run(['set-password', '--data', data, '--email', ann.email], 'a new password\n')).toMatchObject(
    {
      code: 1,
      complaint: `The folder ${data} holds no people's spaces: give the right --data.\n`
    }
  );
});

test('a page of another person cannot be signed in for', { timeout: 60_000 }, async () => {
  const pods = await cli('--memory', '--port', '0');
  const ben = await person(pods.url, 'ben');
  await createPerson(pods.url, ann);
  await expect(signIn(pods.url, { ...ann, webId: ben.webId })).rejects.toMatchObject({
    name: 'AccountProblem'
  });
  const { authorization, dpop } = await ben.fetch.headersFor('GET', ben.storage);
  expect((await ask(ben.storage, { headers: { authorization, dpop } })).status).toBe(200);
  // The proof is for one address and one method (RFC 9449 §4.3).
  expect((await ask(`${ben.storage}settings/`, { headers: { authorization, dpop } })).status).toBe(401);
});
