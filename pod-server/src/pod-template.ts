import { HandlebarsTemplateEngine, TemplateEngine, type TemplateEngineInput } from '@solid/community-server';

type Contents = Record<string, unknown>;

/**
 * Fills the templates of a new space (templates/pod). The stock engine escapes for HTML, which is wrong in Turtle in
 * both directions (`O'Neil` becomes `O&#x27;Neil`, a backslash breaks the document), so the values are made fit for
 * Turtle here and the templates take them as they are.
 */
export class PodTemplateEngine extends TemplateEngine<Contents> {
  private readonly engine: HandlebarsTemplateEngine;

  constructor(baseUrl: string) {
    super();
    this.engine = new HandlebarsTemplateEngine(baseUrl);
  }

  override async canHandle(input: TemplateEngineInput<Contents>): Promise<void> {
    await this.engine.canHandle(input);
  }

  override async handle({ contents, template }: TemplateEngineInput<Contents>): Promise<string> {
    return this.engine.handle({ contents: podValues(contents, new Date()), template });
  }
}

/**
 * What the templates know of a new space. `contents` are the settings given at the account API, completed by the
 * server with `base`, `webId` and (when the WebID is made here) `oidcIssuer`.
 */
export function podValues(contents: Contents, now: Date): Contents {
  const storage = (contents.base as { path: string }).path;
  const handle = decodeURIComponent(new URL(storage).pathname.split('/').filter(Boolean).at(-1) ?? '');
  const name = typeof contents.name === 'string' && contents.name.trim() ? contents.name.trim() : handle;
  return {
    created: now.toISOString(),
    storage: iri(storage),
    person: iri(String(contents.webId)),
    issuer: typeof contents.oidcIssuer === 'string' ? iri(contents.oidcIssuer) : undefined,
    displayName: literal(name)
  };
}

/** Escapes for a short quoted string (Turtle 1.1 §6.4 ECHAR and UCHAR), control characters included. */
function literal(text: string): string {
  return text.replace(/["\\\p{Cc}]/gu, (char) => {
    if (char === '"' || char === '\\') return `\\${char}`;
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Percent-encodes what an IRIREF may not hold (Turtle 1.1 §6.5 [18]). */
function iri(address: string): string {
  return address.replace(/[\p{Cc} <>"{}|^`\\]/gu, encodeURIComponent);
}
