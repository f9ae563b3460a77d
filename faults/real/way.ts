import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Weather } from '#lib/solid/weather.ts';

/** Marks what the person's device asks; the server's own requests and ours travel undisturbed. */
export const DEVICE = 'x-hearth-device';

/** What befalls a request between a device and the server. */
export type Befalls =
  | 'cut before it left'
  | 'request torn'
  | 'answer lost'
  | 'answer torn'
  | 'no server there, or killed with it'
  | "the server's own 5xx"
  | 'never answered'
  | '401'
  | '429'
  | '503'
  | '507';

export interface Way {
  /** What the server calls itself: the only address that anybody knows. */
  readonly url: string;
  /** Asked for each request of a device. */
  weather: (asked: { method: string; url: string }) => Weather;
  /** Between two ways in which the same weather may strike. */
  coin: () => boolean;
  /** Called when a device's request was given to the server, and when it was answered whole. */
  told: (asked: { method: string; url: string }, heard: boolean) => void;
  readonly counts: Partial<Record<Befalls, number>>;
  /** Requests of devices that the server has now. */
  readonly under: number;
  /** Resolves when the server has none. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

const REFUSALS = { broken: 503, unauthorised: 401, slow: 429, full: 507 } as const;

/** Silence of the server, ms: no device waits as long (solid/guarded-fetch.ts), and a story would wait for ever. */
const LONGEST = 60_000;

/** The way between the devices and the server, which listens on `port` of this machine: here requests come to grief. */
export async function openWay(port: number, longest = LONGEST): Promise<Way> {
  let under = 0;
  let waiting: (() => void)[] = [];
  const counts: Way['counts'] = {};
  const note = (what: Befalls) => (counts[what] = (counts[what] ?? 0) + 1);
  const server = createServer((asked, answer) => {
    const ours = asked.headers[DEVICE] === undefined;
    delete asked.headers[DEVICE];
    collect(asked).then(
      (body) => (ours ? pass(asked, answer, body, () => {}) : strike(asked, answer, body)),
      // The device hung up before it had said everything: there is nobody to answer.
      () => answer.destroy()
    );
  });

  function strike(asked: IncomingMessage, answer: ServerResponse, body: Buffer): void {
    const what = { method: asked.method ?? 'GET', url: new URL(asked.url ?? '/', way.url).href };
    const weather = way.weather(what);
    const status = REFUSALS[weather as keyof typeof REFUSALS];
    if (status !== undefined) {
      note(String(status) as Befalls);
      answer.writeHead(status).end();
      return;
    }
    if (weather === 'offline' && (body.length < 2 || way.coin())) {
      note('cut before it left');
      answer.destroy();
      return;
    }
    under++;
    const done = (heard: boolean) => {
      under--;
      way.told(what, heard);
      if (under > 0) return;
      for (const go of waiting.splice(0)) go();
    };
    if (weather === 'offline') {
      note('request torn');
      tear(asked, answer, body, () => done(false));
    } else if (weather === 'lost') {
      pass(asked, answer, body, done, way.coin() ? 'answer lost' : 'answer torn');
    } else {
      pass(asked, answer, body, done);
    }
  }

  const to = (asked: IncomingMessage, body: Buffer) => {
    const sent = request({
      port,
      host: 'localhost',
      agent: false,
      method: asked.method,
      path: asked.url,
      headers: { ...asked.headers, ...(body.length ? { 'content-length': body.length } : {}) }
    });
    return sent.setTimeout(longest, () => {
      note('never answered');
      sent.destroy(new Error(`No answer within ${longest} ms`));
    });
  };

  /** Half of it arrives, then the line breaks. */
  function tear(asked: IncomingMessage, answer: ServerResponse, body: Buffer, done: () => void): void {
    const sent = to(asked, body);
    const end = once(() => {
      answer.destroy();
      done();
    });
    sent.once('close', end).once('error', end);
    sent.write(body.subarray(0, body.length / 2), () => sent.destroy());
  }

  function pass(
    asked: IncomingMessage,
    answer: ServerResponse,
    body: Buffer,
    done: (heard: boolean) => void,
    blow?: 'answer lost' | 'answer torn'
  ): void {
    const end = once((heard: boolean) => {
      if (!heard) answer.destroy();
      done(heard);
    });
    const sent = to(asked, body);
    // The server is dead, or dies now.
    const dead = () => {
      note('no server there, or killed with it');
      end(false);
    };
    sent.once('error', dead);
    sent.once('response', (from) => {
      collect(from).then((back) => {
        if ((from.statusCode ?? 0) >= 500) note("the server's own 5xx");
        const torn = blow === 'answer torn' && back.length > 1;
        if (blow) note(torn ? 'answer torn' : 'answer lost');
        // Who hung up meanwhile (a tab that died, or waited long enough) is told nothing, and tells of nothing any more.
        if ((blow && !torn) || answer.destroyed) return end(false);
        answer.writeHead(from.statusCode ?? 502, whole(from.headers, back.length));
        if (torn) answer.write(back.subarray(0, back.length / 2), () => end(false));
        else answer.end(back, () => end(true));
        answer.once('close', () => end(false));
      }, dead);
    });
    sent.end(body);
  }

  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, 'localhost', done));
  const way: Way = {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    weather: () => 'fair',
    coin: () => false,
    told: () => {},
    counts,
    get under() {
      return under;
    },
    quiet: () => (under === 0 ? Promise.resolve() : new Promise<void>((go) => (waiting = [...waiting, go]))),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      })
  };
  return way;
}

async function collect(from: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of from) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The heads of an answer whose body is known whole now. */
function whole(heads: IncomingMessage['headers'], length: number): IncomingMessage['headers'] {
  const { 'transfer-encoding': _, ...left } = heads;
  return length ? { ...left, 'content-length': String(length) } : left;
}

function once<T extends unknown[]>(run: (...given: T) => void): (...given: T) => void {
  let done = false;
  return (...given) => {
    if (done) return;
    done = true;
    run(...given);
  };
}
