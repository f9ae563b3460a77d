import { NOTIFY } from '#lib/rdf/vocab.ts';
import type { AllowsLocal } from '../address-rule.ts';
import type { GuardedFetch } from '../guarded-fetch.ts';
import { PodProblem } from '../problem.ts';
import { Wire, type Sender } from '../wire.ts';
import type { Channel, Channels, Ears, Service } from './channels.ts';
import { findService } from './find-service.ts';
import { listen } from './listen.ts';

const CONTEXT = 'https://www.w3.org/ns/solid/notification/v1';
/** Bytes of the answer to a subscription. */
const LIMIT = 16_000;

export interface HttpChannelsOptions {
  readonly fetch: GuardedFetch;
  /** Who subscribes; what one may not read one may not listen to. */
  readonly sender?: Sender;
  /** The leave that `fetch` has: sockets go where it may go. */
  readonly allowsLocal?: AllowsLocal;
}

/** Channels over the network: WebSocketChannel2023 as Community Solid Server 7 speaks it. */
export class HttpChannels implements Channels {
  readonly #wire: Wire;
  readonly #allowsLocal: AllowsLocal;

  constructor({ fetch, sender, allowsLocal = () => false }: HttpChannelsOptions) {
    this.#wire = new Wire(fetch, sender);
    this.#allowsLocal = allowsLocal;
  }

  find(topic: string): Promise<Service> {
    return findService(this.#wire, topic);
  }

  async subscribe(service: string, topic: string): Promise<Channel> {
    const type = 'application/ld+json';
    const { response } = await this.#wire.send('POST', service, {
      headers: { 'content-type': type, accept: type },
      body: JSON.stringify({ '@context': [CONTEXT], type: NOTIFY.WebSocketChannel2023, topic }),
      limit: LIMIT
    });
    const channel = readChannel(await response.text());
    if (channel) return channel;
    throw new PodProblem({ kind: 'refused', url: service, detail: 'the answer names no socket' });
  }

  listen(channel: Channel, topic: string, ears: Ears): () => void {
    return listen(channel.receiveFrom, topic, this.#allowsLocal, ears);
  }
}

function readChannel(body: string): Channel | undefined {
  let said: unknown;
  try {
    said = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof said !== 'object' || said === null || !('receiveFrom' in said)) return undefined;
  const { receiveFrom } = said;
  if (typeof receiveFrom !== 'string') return undefined;
  const end = 'endAt' in said && typeof said.endAt === 'string' ? Date.parse(said.endAt) : NaN;
  return Number.isNaN(end) ? { receiveFrom } : { receiveFrom, endAt: end };
}
