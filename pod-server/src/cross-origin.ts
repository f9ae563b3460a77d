import { CorsHandler, HttpHandler, type HttpHandlerInput } from '@solid/community-server';
import { areaOf } from './paths.ts';

const options = {
  methods: ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'],
  preflightContinue: false,
  // Two hours is the most Chromium honours; a shorter life means one more request per URL and token.
  maxAge: 7200,
  exposedHeaders: [
    'Accept-Patch',
    'Accept-Post',
    'Accept-Put',
    'Accept-Ranges',
    'Allow',
    'Content-Length',
    'Content-Range',
    // A client corrects its own clock by it: DPoP proofs are refused beyond two minutes (RFC 9449 §11.1).
    'Date',
    'ETag',
    'Last-Modified',
    'Link',
    'Location',
    'Retry-After',
    'Updates-Via',
    'WAC-Allow',
    'Www-Authenticate'
  ]
};

/**
 * Cross-origin access: open to any app, as the Solid Protocol asks (§8.1), with one exception. The account API takes
 * a cookie, and a page that may use it can take the account over; so only the client we know gets to send it.
 */
export class CrossOrigin extends HttpHandler {
  private readonly baseUrl: string;
  private readonly trusted: (origin: string) => boolean;
  private readonly withCookies = new CorsHandler({ ...options, credentials: true });
  private readonly withoutCookies = new CorsHandler({ ...options, credentials: false });

  /** @param clientOrigin the one origin whose pages may use the account cookie; without it, and on a loopback server, any loopback page */
  constructor(baseUrl: string, clientOrigin?: string) {
    super();
    this.baseUrl = baseUrl;
    const own = new URL(baseUrl);
    const known = [own.origin, ...(clientOrigin ? [new URL(clientOrigin).origin] : [])];
    const anyLoopback = !clientOrigin && isLoopback(own.origin);
    this.trusted = (origin) => known.includes(origin) || (anyLoopback && isLoopback(origin));
  }

  override async handle(input: HttpHandlerInput): Promise<void> {
    const { origin, url } = { origin: input.request.headers.origin, url: input.request.url };
    const guarded = origin !== undefined && areaOf(url, this.baseUrl) === 'account' && !this.trusted(origin);
    await (guarded ? this.withoutCookies : this.withCookies).handle(input);
  }
}

function isLoopback(origin: string): boolean {
  return URL.canParse(origin) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname);
}
