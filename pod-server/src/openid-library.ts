import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const stock = require.resolve('@solid/community-server');
const util = createRequire(stock)('./identity/IdentityUtil.js') as {
  importOidcProvider: () => Promise<unknown>;
};

/**
 * Community Solid Server takes NODE_ENV=test for a run of its own tests under Jest and calls `jest`, which is nowhere.
 * Vitest sets that variable too, so the library is brought in the normal way whatever the variable says.
 */
export function loadOpenIdLibraryNormally(): void {
  const library = pathToFileURL(createRequire(stock).resolve('oidc-provider')).href;
  util.importOidcProvider = () => import(library);
}
