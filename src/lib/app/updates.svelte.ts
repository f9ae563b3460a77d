import { dev, version } from '$app/environment';
import { pageLock, type Message } from '#lib/shell/marks.ts';
import { watchLooseText } from './loose-text.ts';

/** A new version is looked for when somebody comes back to the page, but not more often than this. */
const EVERY_MS = 3_600_000;
/** How long a change under way may hold up the reload. It is not lost after that: the outbox sends it again. */
const PATIENCE = 5_000;

const within = (work: Promise<void>): Promise<void> =>
  Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, PATIENCE))]);

/**
 * The version of the app that answers on this device. A new one waits until somebody wants it: what is being written
 * and sent is saved first, and every page loads itself anew once.
 */
export class Updates {
  /** A newer version is here and can be used now. */
  ready = $state(false);
  /** It was asked for, and what is under way is being saved. */
  busy = $state(false);
  /** Somebody is typing something that nothing keeps yet. */
  readonly hasLooseText = watchLooseText(document);
  readonly #save: () => Promise<void>;
  #registration: ServiceWorkerRegistration | undefined;
  #asked = false;
  #looked = Date.now();

  /** `save` keeps everything typed and sees what is under way to its end. */
  constructor(save: () => Promise<void>) {
    this.#save = save;
  }

  /** Keeps the app on this device and watches for newer ones. Not in development, where files change under it. */
  async start(): Promise<void> {
    const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    if (dev || !workers) return;
    let first = workers.controller === null;
    workers.addEventListener('controllerchange', () => {
      // The very first one takes over a page of its own version.
      if (first) first = false;
      else void this.#replaced();
    });
    // As long as this page lives, its version's files are kept.
    await new Promise<void>((held) => {
      void navigator.locks.request(pageLock(version), { mode: 'shared' }, () => {
        held();
        return new Promise<void>(() => {});
      });
    });
    const registration = await workers.register('/service-worker.js', { updateViaCache: 'none' });
    this.#registration = registration;
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', () => this.#see());
    });
    this.#see();
    this.#say(registration.active, 'here');
    document.addEventListener('visibilitychange', () => void this.#look());
    addEventListener('focus', () => void this.#look());
  }

  /** Use it now. */
  async use(): Promise<void> {
    this.busy = true;
    this.#asked = true;
    await within(this.#save());
    const waiting = this.#registration?.waiting;
    if (waiting) this.#say(waiting, 'take-over');
    else location.reload();
  }

  #see(): void {
    // Without one that answers now, this is the first, and there is nothing to change to.
    if (this.#registration?.waiting && navigator.serviceWorker.controller) this.ready = true;
  }

  /** Another version answers from now on: asked for here, or in another tab. */
  async #replaced(): Promise<void> {
    if (this.#asked || (document.hidden && !this.hasLooseText())) {
      await within(this.#save());
      location.reload();
    } else this.ready = true;
  }

  async #look(): Promise<void> {
    if (document.hidden || Date.now() - this.#looked < EVERY_MS) return;
    this.#looked = Date.now();
    // Without a network there is nothing newer to see: an hour later, again.
    await this.#registration?.update().catch(() => undefined);
  }

  #say(worker: ServiceWorker | null, message: Message): void {
    worker?.postMessage(message);
  }
}
