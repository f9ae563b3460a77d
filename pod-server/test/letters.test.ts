import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LetterLimit } from '../dist/letter-limit.js';
import { start, type PodServer } from '../dist/start.js';
import { person, type Person } from './harness.ts';

const KB = 1024;

describe('letters in an inbox', () => {
  let pods: PodServer;
  let [ann, bea, cleo]: Person[] = [];
  beforeAll(async () => {
    pods = await start({ memory: true });
    [ann, bea, cleo] = await Promise.all(['ann', 'bea', 'cleo'].map((name) => person(pods.url, name)));
  });
  afterAll(() => pods.stop());

  const post = (who: Person, folder: string, body: BodyInit, type = 'text/turtle'): Promise<Response> =>
    who.fetch(folder, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {})
    } as RequestInit);
  const letter = (size: number) => `<> <urn:p> "${'x'.repeat(size - 14)}".`;

  test('one of 64 kB arrives as it was sent', async () => {
    const answer = await post(bea!, `${ann!.storage}inbox/`, letter(64 * KB));
    expect(answer.status).toBe(201);
    const address = answer.headers.get('location') ?? '';
    expect(await (await ann!.fetch(address)).text()).toBe(letter(64 * KB));
  });

  test('a larger one is refused, announced or not, and the server goes on', async () => {
    const inbox = `${ann!.storage}inbox/`;
    expect((await post(bea!, inbox, letter(64 * KB + 1))).status).toBe(413);
    const dripped = new ReadableStream({
      start(controller) {
        for (let n = 0; n < 65; n++) controller.enqueue(new TextEncoder().encode('#'.repeat(KB)));
        controller.close();
      }
    });
    expect((await post(bea!, inbox, dripped)).status).toBe(413);
    expect((await post(bea!, inbox, letter(100))).status).toBe(201);
  });

  test('thirty a minute from one sender, at a time or one by one; others are let in', async () => {
    const inbox = `${cleo!.storage}inbox/`;
    const answers = await Promise.all(Array.from({ length: 40 }, () => post(bea!, inbox, letter(100))));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(30);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    const refused = await post(bea!, inbox, letter(100));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await post(ann!, inbox, letter(100))).status).toBe(201);
    expect((await post(bea!, `${ann!.storage}inbox/`, letter(100))).status).toBe(201);
  });

  test('what an owner posts at home is no letter, nor what one may read', async () => {
    const folder = `${ann!.storage}public/`;
    expect((await post(ann!, folder, letter(200 * KB))).status).toBe(201);
    for (let n = 0; n < 35; n++) expect((await post(ann!, folder, letter(100))).status).toBe(201);
    expect((await post(bea!, folder, letter(100))).status).toBe(403);
    const rule = `@prefix acl: <http://www.w3.org/ns/auth/acl#>.
      <#ann> a acl:Authorization; acl:agent <${ann!.webId}>; acl:accessTo <./>; acl:default <./>; acl:mode acl:Read, acl:Write, acl:Control.
      <#bea> a acl:Authorization; acl:agent <${bea!.webId}>; acl:accessTo <./>; acl:mode acl:Read, acl:Append.`;
    const written = await ann!.fetch(`${folder}.acl`, {
      method: 'PUT',
      headers: { 'content-type': 'text/turtle' },
      body: rule
    });
    expect(written.ok).toBe(true);
    expect((await post(bea!, folder, letter(200 * KB))).status).toBe(201);
  });
});

describe('how many may wait', () => {
  const there = new Set<string>();
  let now = 0;
  const limit = new LetterLimit(
    { aMinute: 30, waiting: 200 },
    (letter) => Promise.resolve(there.has(letter)),
    () => now
  );
  const leave = async (letter: string, sender = 'bea'): Promise<boolean> => {
    if (!(await limit.admits('inbox', sender))) return false;
    there.add(letter);
    limit.left('inbox', sender, letter);
    return true;
  };

  test('200 of one sender, and again as many as were taken away', async () => {
    let admitted = 0;
    for (let n = 0; n < 300; n++) {
      if (n % 30 === 0) now += 60_000;
      if (await leave(`${n}`)) admitted++;
    }
    expect(admitted).toBe(200);
    expect(await leave('of another', 'cleo')).toBe(true);
    for (const taken of ['0', '1', '2']) there.delete(taken);
    now += 60_000;
    const again = [];
    for (const letter of ['a', 'b', 'c', 'd']) again.push(await leave(letter));
    expect(again).toEqual([true, true, true, false]);
  });

  test('a minute later there is room again', async () => {
    const fresh = new LetterLimit(
      { aMinute: 2, waiting: 9 },
      () => Promise.resolve(false),
      () => now
    );
    const three = async () => [
      await fresh.admits('i', 's'),
      await fresh.admits('i', 's'),
      await fresh.admits('i', 's')
    ];
    expect(await three()).toEqual([true, true, false]);
    now += 59_999;
    expect(await fresh.admits('i', 's')).toBe(false);
    now += 1;
    expect(await three()).toEqual([true, true, false]);
  });
});
