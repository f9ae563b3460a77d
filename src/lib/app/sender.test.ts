import { expect, it } from 'vitest';
import { keySession } from '#lib/solid/key-session.ts';
import type { Session } from '#lib/solid/session.ts';
import { sender } from './sender.ts';

it('knows at once who asks when that is settled', async () => {
  const session = keySession({ webId: 'https://a.example/#me', issuer: 'https://a.example', fetch });
  await session.start();
  await sender(session).known?.();
  expect(sender(session).webId).toBe('https://a.example/#me');
});

it('waits while a sign-in is being restored', async () => {
  let state: Session['state'] = 'restoring';
  let tell: () => void = () => undefined;
  const session = {
    get state() {
      return state;
    },
    subscribe: (listener: () => void) => ((tell = listener), () => undefined)
  } as Session;
  let known = false;
  const waiting = sender(session)
    .known?.()
    .then(() => (known = true));
  tell();
  await Promise.resolve();
  expect(known).toBe(false);
  state = 'in';
  tell();
  await waiting;
  expect(known).toBe(true);
});
