import {
  guardedStreamFrom,
  HttpError,
  NotImplementedHttpError,
  OperationHttpHandler,
  SOLID_HTTP,
  type Credentials,
  type OperationHttpHandlerInput,
  type PermissionSet,
  type ResponseDescription
} from '@solid/community-server';
import type { Readable } from 'node:stream';
import { LetterLimit } from './letter-limit.ts';

/** What a letter may weigh, bytes. A friend request has about 600. */
const LARGEST = 64 * 1024;
const RULE = { aMinute: 30, waiting: 200 };

/** What this needs of the wired server, which is made after it. */
export interface LettersServer {
  credentials(input: OperationHttpHandlerInput): Promise<Credentials>;
  /** What these credentials may do with the target. */
  permissions(credentials: Credentials, input: OperationHttpHandlerInput): Promise<PermissionSet>;
  isThere(path: string): Promise<boolean>;
  /** Does what is asked. */
  next(input: OperationHttpHandlerInput): Promise<ResponseDescription>;
}

/**
 * Letters: what somebody POSTs to a folder that they may add to and neither read nor change, as the `ldp:inbox` of a
 * space is. LDN (section 3.3) lets a receiver refuse by constraints of its own: too large (413), too many from one
 * sender (429).
 * What an owner posts at home is no letter, nor what people post to a folder they share.
 */
export class Letters extends OperationHttpHandler {
  private readonly server: LettersServer;
  private readonly limit: LetterLimit;

  constructor(server: LettersServer) {
    super();
    this.server = server;
    this.limit = new LetterLimit(RULE, (letter) => server.isThere(letter));
  }

  override async canHandle({ operation }: OperationHttpHandlerInput): Promise<void> {
    if (operation.method !== 'POST')
      throw new NotImplementedHttpError('Only what is posted can be a letter.');
  }

  override async handle(input: OperationHttpHandlerInput): Promise<ResponseDescription> {
    const { operation, response } = input;
    const credentials = await this.server.credentials(input);
    const { read, write } = await this.server.permissions(credentials, input);
    if (read || write) return this.server.next(input);
    const inbox = operation.target.path;
    const sender = credentials.agent?.webId ?? '';
    if (!(await this.limit.admits(inbox, sender))) {
      response.setHeader('Retry-After', '60');
      throw new HttpError(
        429,
        'TooManyRequestsHttpError',
        'You have left many letters here. Try again later.'
      );
    }
    operation.body.data = guardedStreamFrom(await whole(operation.body.data), { objectMode: false });
    const result = await this.server.next(input);
    const letter = result.metadata?.get(SOLID_HTTP.terms.location);
    if (letter) this.limit.left(inbox, sender, letter.value);
    return result;
  }
}

/** All of it, unless it is too large. What is not read stays with the connection, which still has to carry the answer. */
async function whole(body: Readable): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk as Buffer | string);
    size += bytes.length;
    if (size > LARGEST) throw new HttpError(413, 'PayloadHttpError', `A letter may have ${LARGEST} bytes.`);
    chunks.push(bytes);
  }
  return chunks;
}
