import { isLasting } from './answer-for.ts';
import { shellName, TOLD, versionOfShell } from './marks.ts';

/** The one page, as a static server gives it for any address. */
const PAGE = '/';
/** How long the app's own server may take to say something before the last known answer is used. Milliseconds. */
const PATIENCE = 3_000;
/** Which packing a server chose says nothing about what is in it. */
const ANY = { ignoreVary: true } as const;

export interface KeptShell {
  /** Keeps every file of this version, or throws: half a version is none. */
  fill(): Promise<void>;
  page(request: Request): Promise<Response>;
  file(request: Request): Promise<Response>;
  told(request: Request): Promise<Response>;
}

/** One version's files in the browser's Cache storage. `files`: paths of everything built and static. */
export function keptShell(version: string, files: readonly string[]): KeptShell {
  const own = () => caches.open(shellName(version));

  async function fill(): Promise<void> {
    const cache = await own();
    const page = await demand(PAGE);
    if (!belongs(await page.clone().text(), files))
      throw new Error('The page on the server is another version than this worker.');
    await Promise.all(
      files.map(async (path) => {
        // Named for what is in it: what an earlier version kept is the same.
        const had = isLasting(path) ? await anyVersion(path) : undefined;
        await cache.put(path, had ?? (await demand(path)));
      })
    );
    // Last: where there is a page, there is everything it needs.
    await cache.put(PAGE, page);
  }

  return {
    fill,
    page: async (request) => (await (await own()).match(PAGE, ANY)) ?? fetch(request),
    async file(request) {
      const { pathname } = new URL(request.url);
      // A page of an earlier version asks for its own files: they are kept as long as it lives.
      const earlier = () => (isLasting(pathname) ? anyVersion(pathname) : undefined);
      return (await (await own()).match(pathname, ANY)) ?? (await earlier()) ?? fetch(request);
    },
    async told(request) {
      const cache = await caches.open(TOLD);
      const { pathname } = new URL(request.url);
      const fresh = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) }).catch(() => undefined);
      if (fresh?.ok) await cache.put(pathname, fresh.clone());
      return fresh?.ok ? fresh : ((await cache.match(pathname, ANY)) ?? fresh ?? Response.error());
    }
  };
}

/** From the network, and whole. What may have changed is asked for anew; what cannot have, may come from the browser's memory. */
async function demand(path: string): Promise<Response> {
  const response = await fetch(path, isLasting(path) ? { priority: 'low' } : { cache: 'no-cache' });
  if (!response.ok || response.redirected) throw new Error(`${response.status} ${path}`);
  return response;
}

async function anyVersion(path: string): Promise<Response | undefined> {
  for (const name of await caches.keys()) {
    if (versionOfShell(name) === undefined) continue;
    const found = await (await caches.open(name)).match(path, ANY);
    if (found) return found;
  }
  return undefined;
}

/** Every script and style that the page names is among the files: in the middle of an update they may not be. */
export function belongs(page: string, files: readonly string[]): boolean {
  const named = [...page.matchAll(/\/_app\/immutable\/[\w./-]+/g)].map(([path]) => path);
  return named.length > 0 && named.every((path) => files.includes(path));
}
