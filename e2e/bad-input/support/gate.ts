import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A door before the real server of spaces. It hands everything through, save for the addresses it was told to let a
 * hostile server answer: so that one document of a friend can be endless while the rest of their space is honest.
 */
export interface Gate {
  /** What people see as the address of the server, with its slash. */
  readonly url: string;
  /** Where the real server is. Set once it has started: its own address is that of the gate. */
  real: string;
  /** Everything at or under this address behaves like that path of the hostile server from now on. */
  misbehave(address: string, behaviour: string): void;
  /** Everything behaves again. */
  behave(): void;
  stop(): Promise<void>;
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*, authorization, dpop, accept, if-none-match',
  'access-control-allow-methods': '*'
};

export async function openGate(hostile: string): Promise<Gate> {
  const told = new Map<string, string>();
  const behaviourOf = (path: string) =>
    [...told].find(([start, behaviour]) => path.startsWith(start) || path === behaviour)?.[1];

  const answer = (asked: IncomingMessage, given: ServerResponse) => {
    const behaviour = behaviourOf(asked.url ?? '');
    if (behaviour === undefined) return pass(asked, given, new URL(gate.real), asked.url ?? '/', {});
    if (asked.method === 'OPTIONS') return void given.writeHead(204, CORS).end();
    pass(asked, given, new URL(hostile), behaviour, CORS);
  };
  const servers = await listen(answer);
  const gate: Gate = {
    url: `http://localhost:${(servers[0]!.address() as AddressInfo).port}/`,
    real: hostile,
    misbehave: (address, behaviour) => void told.set(new URL(address).pathname, behaviour),
    behave: () => told.clear(),
    stop: async () => {
      await Promise.all(
        servers.map((server) => {
          server.closeAllConnections();
          return new Promise((stopped) => server.close(stopped));
        })
      );
    }
  };
  return gate;
}

/** Both loopback families, as a browser may try either for "localhost". */
async function listen(answer: (asked: IncomingMessage, given: ServerResponse) => void): Promise<Server[]> {
  const bind = (port: number, host: string) =>
    new Promise<Server>((ready, fail) => {
      const server = createServer(answer).once('error', fail);
      server.listen(port, host, () => ready(server));
    });
  const first = await bind(0, '127.0.0.1');
  const { port } = first.address() as AddressInfo;
  const second = await bind(port, '::1').catch(() => undefined); // no IPv6 here: one family is enough
  return second ? [first, second] : [first];
}

function pass(
  asked: IncomingMessage,
  given: ServerResponse,
  to: URL,
  path: string,
  extra: Record<string, string>
): void {
  const onward = request(
    { host: to.hostname, port: to.port, method: asked.method, path, headers: asked.headers },
    (answer) => {
      given.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...extra });
      // What breaks off behind the gate breaks off before it.
      answer.on('error', () => given.destroy());
      given.on('close', () => answer.destroy());
      answer.pipe(given);
    }
  );
  onward.on('error', () => given.destroy());
  given.on('close', () => onward.destroy());
  asked.pipe(onward);
}
