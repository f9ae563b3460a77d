import { createServer, type RequestListener } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { cutStalled } from '../dist/stalled.js';

/** A server that cuts after 200 ms, and a raw connection to it that has sent `opening`. */
async function talk(
  answer: RequestListener,
  opening: string
): Promise<{ socket: Socket; ended: Promise<string> }> {
  const server = createServer(answer);
  cutStalled(server, 200);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const ended = new Promise<string>((done) => {
    let heard = '';
    socket.on('data', (chunk: Buffer) => (heard = (heard + chunk.toString()).slice(0, 1000)));
    socket.on('error', () => done(heard));
    socket.on('close', () => done(heard));
  });
  onTestFinished(async () => {
    socket.destroy();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  socket.write(opening);
  return { socket, ended };
}

test('who does not fetch the answer is cut', async () => {
  const cut = new Promise<void>((done) => {
    const flood: RequestListener = (_request, response) => {
      response.on('close', done);
      response.end(Buffer.alloc(50_000_000));
    };
    void talk(flood, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n').then(({ socket }) => socket.pause());
  });
  await cut;
});

test('who does not send the rest is cut', async () => {
  const swallow: RequestListener = (request) => void request.resume();
  const { ended } = await talk(swallow, 'PUT / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf');
  expect(await ended).toBe('');
});

test('who waits for us is not', async () => {
  const slow: RequestListener = (_request, response) => void setTimeout(() => response.end('at last'), 900);
  const opening = 'GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n';
  expect(await (await talk(slow, opening)).ended).toContain('at last');
});

test('nor who sent all at once and waits until we read it', async () => {
  const late: RequestListener = (request, response) =>
    void setTimeout(() => request.resume().on('end', () => response.end('read')), 900);
  const opening = `PUT / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 900000\r\n\r\n${'x'.repeat(900_000)}`;
  expect(await (await talk(late, opening)).ended).toContain('read');
});
