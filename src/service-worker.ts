/// <reference lib="webworker" />
import { build, files, version } from '$service-worker';
import { answerFor } from './lib/shell/answer-for.ts';
import { keptShell } from './lib/shell/kept-shell.ts';
import { shellName, versionOfLock, versionOfShell, type Message } from './lib/shell/marks.ts';
import { outlived } from './lib/shell/outlived.ts';

// The app's own files without a network (src/lib/shell/README.md). Never a person's data.
const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;
const all = [...build, ...files];
const known = { origin: worker.location.origin, files: new Set(all) };
const shell = keptShell(version, all);

worker.addEventListener('install', (event) => event.waitUntil(shell.fill()));

// The first page is taken under its wing at once, so that it too goes on without a network.
worker.addEventListener('activate', (event) => event.waitUntil(sweep().then(() => worker.clients.claim())));

worker.addEventListener('message', (event) => {
  const message = event.data as Message;
  // Only when somebody asked for it: the pages that are open belong to the version before.
  if (message === 'take-over') event.waitUntil(worker.skipWaiting());
  if (message === 'here') event.waitUntil(sweep());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { method, url, mode } = request;
  const answer = answerFor({ method, url, mode, token: request.headers.has('authorization') }, known);
  if (answer !== 'network') event.respondWith(shell[answer](request));
});

/** Throws away the files of versions that no page needs any more. */
async function sweep(): Promise<void> {
  // In this order: what is begun after this list was made is not on it.
  const kept = (await caches.keys()).map(versionOfShell).filter((name) => name !== undefined);
  const { installing, waiting, active } = worker.registration;
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const { held = [] } = await worker.navigator.locks.query();
  const old = outlived({
    kept,
    current: version,
    pages: held.map(({ name }) => versionOfLock(name)).filter((name) => name !== undefined),
    open: open.length,
    newer: [installing, waiting].some((other) => other !== null && other !== active)
  });
  await Promise.all(old.map((name) => caches.delete(shellName(name))));
}
