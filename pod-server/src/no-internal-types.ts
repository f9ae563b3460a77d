import { HttpHandler, type HttpHandlerInput } from '@solid/community-server';

/**
 * `internal/quads` is the server's own name for parsed triples. Asked for it from outside, the stock server answers 500
 * and leaves the document locked until the lock runs out: anybody could keep a writer waiting. RFC 9110 §12.5.1 lets a
 * server disregard what it cannot send.
 */
export class NoInternalTypes extends HttpHandler {
  override async handle({ request }: HttpHandlerInput): Promise<void> {
    const { accept } = request.headers;
    if (!accept || !/internal\//iu.test(accept)) return;
    const rest = accept.split(',').filter((type) => !/internal\//iu.test(type));
    request.headers.accept = rest.length > 0 ? rest.join(',') : undefined;
  }
}
