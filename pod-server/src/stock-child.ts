import { AppRunner } from '@solid/community-server';
import { fileURLToPath } from 'node:url';
import { modulesBelow } from './modules.ts';
import type { StockWish } from './stock.ts';

/**
 * The child process of stock.ts: Community Solid Server with its own configuration, as its own command starts it. Two
 * things differ, and neither is in the way of a request: Components.js looks for modules in this package only, and
 * the server listens on loopback. The stock configuration has no setting for the latter, but hands its port to
 * `server.listen` as it is, which also takes an object (and puts it into one log line as text).
 */
const wish = JSON.parse(process.argv[2] ?? '{}') as Required<StockWish>;
const port = { port: wish.port, host: '127.0.0.1', toString: () => String(wish.port) };

// Nobody is left to stop it when the process that wanted it is gone; that may be while it still starts.
process.once('disconnect', () => process.exit());

const app = await new AppRunner().create({
  config: `@css:config/${wish.config}.json`,
  loaderProperties: { moduleState: await modulesBelow(fileURLToPath(new URL('..', import.meta.url))) },
  shorthand: { port: wish.port, rootFilePath: wish.data, loggingLevel: 'info' },
  variableBindings: {
    'urn:solid-server:default:variable:port': port,
    'urn:solid-server:default:variable:baseUrl': `http://localhost:${wish.port}/`
  }
});
await app.start();
// A port in use shows itself only after start(), as an error that ends this process; an answer proves that all is well.
await (await fetch(`http://localhost:${wish.port}/`)).text();
process.send?.('ready');
