import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './run.mjs';

describe('a URL', () => {
  let server: Server;
  let root = '';
  const pages = new Map<string, { status?: number; type?: string; body: string }>();

  beforeAll(async () => {
    server = createServer((request, response) => {
      const page = pages.get(request.url ?? '') ?? { status: 404, body: '' };
      response.writeHead(page.status ?? 200, { 'content-type': page.type ?? 'text/turtle' }).end(page.body);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.address();
    root = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/anna/`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  it('is followed through its folders, and never out of them', async () => {
    const list = (...names: string[]) => ({
      body: `<> <http://www.w3.org/ns/ldp#contains> ${names.map((name) => `<${name}>`).join(', ')}.`
    });
    pages.set('/anna/', list('public/', 'private/', 'photo.jpg', '../ben/', './'));
    pages.set('/anna/public/', list('note.ttl'));
    pages.set('/anna/public/note.ttl', { body: '<#n> a <https://www.w3.org/ns/activitystreams#Undo>.' });
    pages.set('/anna/private/', { status: 401, body: '' });
    pages.set('/anna/photo.jpg', { type: 'image/jpeg', body: 'x' });
    pages.set('/ben/', { body: '<#n> a <https://www.w3.org/ns/activitystreams#Undo>.' });
    const lines: string[] = [];
    const code = await run([root], (line) => lines.push(line));
    const text = lines.join('\n');
    expect(text).toContain(`${root}public/note.ttl`);
    expect(text).toContain('#n (Taking back): as:actor is missing.');
    expect(text).toContain(`${root}private/: it is not public`);
    expect(text).toContain(`${root}photo.jpg: it is not Turtle`);
    expect(text).not.toContain('/ben/');
    expect(text).toContain('3 documents, 1 thing with a shape: 4 faults.');
    expect(code).toBe(1);
  });
});
