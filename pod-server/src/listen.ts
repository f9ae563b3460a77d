import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { StartProblem, systemCode } from './problem.ts';
import { cutStalled } from './stalled.ts';

/** Servers bound to one port number, on one address or on both loopback addresses. */
export interface Listening {
  readonly port: number;
  readonly servers: readonly Server[];
  /** Lets requests under way finish for up to `patience` ms, then cuts every connection. */
  close(patience?: number): Promise<void>;
}

const loopback = ['127.0.0.1', '::1'];
/** The longest a request may take to arrive: a long film over a slow line. resource-locker.ts goes by it. */
const longestRequest = 600_000;

/**
 * Binds `port` (0: any free one) on both loopback addresses, so that `localhost` works whichever of them a client
 * tries first, or on `host` alone. Until somebody adds a `request` listener, nothing is answered.
 * @throws StartProblem when the port is taken or may not be used
 */
export async function listen(port: number, host?: string): Promise<Listening> {
  const hosts = !host || host === 'localhost' ? loopback : [host];
  for (let attempt = 0; ; attempt++) {
    const servers: Server[] = [];
    try {
      let bound = port;
      for (const address of hosts) {
        const server = await bind(bound, address, servers.length > 0);
        if (!server) continue;
        servers.push(server);
        bound = (server.address() as AddressInfo).port;
      }
      return listening(servers, bound);
    } catch (error) {
      await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
      // The system chose a port that is free on one loopback address and taken on the other: ask for another one.
      if (port === 0 && attempt < 20 && systemCode(error) === 'EADDRINUSE') continue;
      throw asProblem(error, port, host);
    }
  }
}

/** Answers undefined where the machine has no such address and `optional` says that we can do without. */
function bind(port: number, host: string, optional: boolean): Promise<Server | undefined> {
  const server = createServer({ requestTimeout: longestRequest });
  cutStalled(server, 30_000);
  return new Promise((done, fail) => {
    server.once('error', (error) => {
      const absent = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(systemCode(error));
      if (absent && optional) done(undefined);
      else fail(error);
    });
    server.listen({ port, host }, () => done(server));
  });
}

function listening(servers: Server[], port: number): Listening {
  // closeAllConnections() does not know sockets that became WebSockets.
  const sockets = new Set<Socket>();
  for (const server of servers) {
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
  }
  return {
    port,
    servers,
    async close(patience = 1000) {
      const closed = Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
      const cut = setTimeout(() => sockets.forEach((socket) => socket.destroy()), patience);
      await closed;
      clearTimeout(cut);
      sockets.forEach((socket) => socket.destroy());
    }
  };
}

function asProblem(error: unknown, port: number, host = 'localhost'): unknown {
  switch (systemCode(error)) {
    case 'EADDRINUSE':
      return new StartProblem(
        'port-taken',
        `Port ${port} is already in use by another program: stop that program, or choose another port.`
      );
    case 'EACCES':
      return new StartProblem(
        'port-refused',
        `This account may not listen on port ${port}: choose one above 1023.`
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartProblem('address', `This machine has no address ${host} to listen on.`);
    default:
      return error;
  }
}
