import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** A few kilobytes that unpack to twenty megabytes; packed once, because packing takes longer than tests wait. */
const BOMB = gzipSync(Buffer.alloc(20_000_000, '#'));

/** A quarter of a megabyte, twenty thousand statements. */
const LINES = Array.from({ length: 20_000 }, (_, n) => `<#${n}> a <#b>.\n`).join('');

/** For tests: what a server can do to its visitors, by path. */
const BEHAVIOURS: Record<string, Behaviour> = {
  '/fine': (_, response) => response.setHeader('content-type', 'text/turtle').end('<> a <#Thing>.'),
  '/missing': (_, response) => response.writeHead(404).end('nothing'),
  '/empty': (_, response) => response.writeHead(204).end(),
  '/silent': () => undefined,
  '/endless': (_, response) => {
    const pour = () => {
      while (response.write('<#a> <#b> <#c>.\n'.repeat(4096)));
    };
    response.on('drain', pour);
    pour();
  },
  '/drip': (_, response) => {
    const drop = setInterval(() => response.write('#'), 20);
    response.on('close', () => clearInterval(drop));
  },
  '/pause': (_, response) => response.write('<> a '),
  '/announced': (_, response) => response.writeHead(200, { 'content-length': 50_000_000 }).write('#'),
  '/large': (_, response) => {
    // 50 MB of good Turtle, without saying so beforehand.
    response.setHeader('content-type', 'text/turtle');
    let left = 50_000_000;
    const pour = () => {
      while (left > 0) {
        left -= LINES.length;
        if (!response.write(LINES)) return;
      }
      response.end();
    };
    response.on('drain', pour);
    pour();
  },
  '/crowded': (_, response) =>
    response.setHeader('content-type', 'text/turtle').end(LINES.repeat(3) + '<#a> <#b> <#last>.'),
  '/malformed': (_, response) =>
    response.setHeader('content-type', 'text/turtle').end('<#a> a <#Note>; <#content> "never closed .'),
  '/nested': (_, response) =>
    response.setHeader('content-type', 'text/turtle').end('<#a> <#b> ' + '('.repeat(4_000_000)),
  '/page': (_, response) =>
    response.setHeader('content-type', 'text/html').end('<script>alert(1)</script><h1>Please log in</h1>'),
  '/forbidden': (_, response) => response.writeHead(403).end('not for you'),
  '/failing': (_, response) => response.writeHead(500).end('a fault of mine'),
  '/bomb': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB),
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-length': 1000 });
    response.write('<> a ', () => response.destroy());
  },
  '/reset': (request) => request.socket.resetAndDestroy(),
  '/noise': (request) => request.socket.end('this is no HTTP\r\n\r\n'),
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/nowhere': (_, response) => response.writeHead(302).end(),
  '/moved': (_, response) => response.writeHead(301, { location: '/fine' }).end(),
  '/inside': (_, response) => response.writeHead(302, { location: 'http://[::1]:9/secret' }).end()
};

export interface HostileServer {
  readonly origin: string;
  readonly requests: { readonly url: string; readonly headers: IncomingMessage['headers'] }[];
  stop(): Promise<void>;
}

export async function hostileServer(extra: Record<string, Behaviour> = {}): Promise<HostileServer> {
  const requests: HostileServer['requests'] = [];
  const server = createServer((request, response) => {
    requests.push({ url: request.url ?? '', headers: request.headers });
    const behaviour = extra[request.url ?? ''] ?? BEHAVIOURS[request.url ?? ''] ?? BEHAVIOURS['/missing']!;
    behaviour(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      })
  };
}
