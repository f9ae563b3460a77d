import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { StartProblem } from './problem.ts';
import { wire } from './wiring.ts';

/**
 * Gives the account of `email` a new password, in the data folder itself: the way back in for somebody who forgot the
 * old one, since this server sends no mail. Works while the server runs, because it reads its files on every sign-in.
 * @throws StartProblem or Error with one sentence
 */
export async function setPassword({ data, email }: { data: string; email?: string }): Promise<void> {
  if (!email) throw new Error('Say whose password it is: --email ADDRESS.');
  const root = resolve(data);
  const known = await stat(join(root, '.internal')).then(
    () => true,
    () => false
  );
  if (!known)
    throw new StartProblem('folder', `The folder ${root} holds no people's spaces: give the right --data.`);
  // Sign-ins are kept by e-mail address and not by URL, so any base URL finds them.
  const { AccountStore, PasswordStore } = wire({ baseUrl: 'http://localhost/', root });
  // Only these two: starting the rest would sweep away uploads of the server that is running.
  await AccountStore.handleSafe();
  await PasswordStore.handleSafe();
  const login = await PasswordStore.findByEmail(email);
  if (!login) throw new Error(`Nobody signs in with ${email} here.`);
  const password = await ask(`New password for ${email}: `);
  if (password.length < 8) throw new Error('Nothing was changed: a password needs at least 8 characters.');
  await PasswordStore.update(login.id, password);
  console.log(`Done. ${email} signs in with the new password from now on.`);
}

async function ask(question: string): Promise<string> {
  const prompt = createInterface({ input: stdin, output: stdout, terminal: false });
  stdout.write(question);
  for await (const line of prompt) {
    prompt.close();
    return line.trim();
  }
  return '';
}
