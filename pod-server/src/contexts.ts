import { BadRequestHttpError, type RdfToQuadConverter } from '@solid/community-server';

/** Milliseconds for a context that somebody's document names. */
const PATIENCE = 5_000;

interface Loader {
  load(url: string): Promise<unknown>;
}

/**
 * JSON-LD names a context by its address (JSON-LD 1.1, 3.1), and the stock server fetches whatever somebody's document
 * names: a router or another program of this machine too, and without an end. Ours asks over https alone, which what is
 * inside a house does not answer with a certificate that holds, and gives up.
 */
export function onlyPublicContexts(converter: RdfToQuadConverter, patience = PATIENCE): void {
  const stock: Loader = converter['documentLoader'];
  const loader: Loader = {
    async load(url) {
      if (!/^https:\/\//i.test(url))
        throw new BadRequestHttpError(`A context is asked for over https: ${url}`);
      let clock: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, fail) => {
        const why = `No answer from ${new URL(url).host}, whose context is named.`;
        clock = setTimeout(() => fail(new BadRequestHttpError(why)), patience);
      });
      return Promise.race([stock.load(url), late]).finally(() => clearTimeout(clock));
    }
  };
  Object.assign(converter, { documentLoader: loader });
}
