import { expect, it } from 'vitest';
import { guardedFetch } from './guarded-fetch.ts';
import { HttpPod } from './http-pod.ts';

/** A server that shows everything to those with a token only, and counts. */
function closed() {
  const asked: string[] = [];
  const answer = (who: string): typeof fetch => {
    return async (input) => {
      asked.push(`${who} ${new URL(String(input instanceof Request ? input.url : input)).pathname}`);
      const headers = { 'content-type': 'text/turtle', etag: '"1"' };
      return who === 'me' ? new Response('<> a <#x>.', { headers }) : new Response('', { status: 401 });
    };
  };
  const pod = new HttpPod({
    fetch: guardedFetch({ fetch: answer('anyone') }),
    sender: { webId: 'https://anna.example/profile/card#me', fetch: answer('me') },
    own: () => ['https://anna.example/']
  });
  return { pod, asked };
}

it('asks for what is in my own space as myself at once', async () => {
  const { pod, asked } = closed();
  await pod.read('https://anna.example/settings/prefs.ttl');
  expect(asked).toEqual(['me /settings/prefs.ttl']);
});

it('asks elsewhere as anyone first', async () => {
  const { pod, asked } = closed();
  await pod.read('https://bob.example/social/friends/recent.ttl');
  expect(asked).toEqual(['anyone /social/friends/recent.ttl', 'me /social/friends/recent.ttl']);
});
