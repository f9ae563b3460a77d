import {
  ForbiddenHttpError,
  NotImplementedHttpError,
  OperationHttpHandler,
  type OperationHttpHandlerInput,
  type ResponseDescription
} from '@solid/community-server';
import type { LettersServer } from './letters.ts';

/**
 * What is said of a folder or document beside it (`.meta`, the `describedby` of the Solid Protocol, section 4.3). CSS
 * takes whoever may add to an inbox for one who may add to its description, and shows that with the listing: one
 * statement that a client cannot read, or a million, would shut somebody's inbox. Here it is for whoever may change it.
 */
export class Descriptions extends OperationHttpHandler {
  private readonly server: Omit<LettersServer, 'isThere'>;

  constructor(server: Omit<LettersServer, 'isThere'>) {
    super();
    this.server = server;
  }

  override async canHandle({ operation }: OperationHttpHandlerInput): Promise<void> {
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(operation.method);
    if (!changes || !operation.target.path.endsWith('.meta'))
      throw new NotImplementedHttpError('Only a change of a description is looked at.');
  }

  override async handle(input: OperationHttpHandlerInput): Promise<ResponseDescription> {
    const { write } = await this.server.permissions(await this.server.credentials(input), input);
    if (!write) throw new ForbiddenHttpError('A description is for those who may change what it describes.');
    return this.server.next(input);
  }
}
