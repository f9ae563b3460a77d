import { HttpHandler, type HttpHandlerInput } from '@solid/community-server';
import { areaOf } from './paths.ts';

/**
 * What a page out of somebody's space may do in a browser: show its own text, styles, pictures and films, and nothing
 * else. `sandbox` (CSP3 §6.3.2) gives it an origin of its own and no script, so an uploaded HTML or SVG file cannot
 * act on the spaces' origin, where the account cookie lives.
 */
const contentPolicy = [
  'sandbox',
  "default-src 'none'",
  "img-src 'self' data:",
  "media-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'"
].join('; ');

/** Nobody may lay the sign-in and consent pages under a page of theirs. */
const framePolicy = "frame-ancestors 'none'";

/** Sets the headers that make content harmless, and leaves the server's own pages working. */
export class ContentHeaders extends HttpHandler {
  private readonly baseUrl: string;

  constructor(baseUrl: string) {
    super();
    this.baseUrl = baseUrl;
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    // Without it a browser guesses types: a text file that looks like HTML would be run as HTML.
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (areaOf(request.url, this.baseUrl) === 'content') {
      response.setHeader('Content-Security-Policy', contentPolicy);
      // Otherwise Chromium shows documents from its disk cache without asking (PERFORMANCE, fact 4).
      response.setHeader('Cache-Control', 'no-cache');
    } else {
      response.setHeader('Content-Security-Policy', framePolicy);
    }
  }
}
