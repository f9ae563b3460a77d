import { dev, version } from '$app/environment';
import { pageLock, type Message } from '#lib/shell/marks.ts';
import { watchLooseText } from './loose-text.ts';

/** A new version is looked for when somebody comes back to the page, but not more often than this. */
const EVERY_MS = 3_600_000;
/**
 * How long a change under way may hold up the reload (it is not lost after that: the outbox sends it again), and how
 * long the new worker may take to take over.
 */
const PATIENCE = 5_000;

const within = (work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);

/** What happens to everything typed and sent while the page is exchanged. */
export interface UnderWay {
  /** Keeps everything typed, sees what is being sent to its end, and begins nothing more. */
  save(): Promise<void>;
  /** The page stays after all: goes on. */
  goOn(): void;
}

/**
 * The version of the app that answers on this device. A new one waits until somebody wants it: what is being written
 * and sent is saved first, and every page loads itself anew once.
 */
export class Updates {
  /** A newer version is here and can be used now. */
  ready = $state(false);
  /** It was asked for, and what is under way is being saved. */
  busy = $state(false);
  /** It was asked for, and did not come: this page goes on. */
  failed = $state(false);
  /** Somebody is typing something that nothing keeps yet. */
  readonly hasLooseText = watchLooseText(document);
  readonly #underWay: UnderWay;
  #registration: ServiceWorkerRegistration | undefined;
  #asked = false;
  #leaving = false;
  #looked = Date.now();

  constructor(underWay: UnderWay) {
    this.#underWay = underWay;
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
    this.failed = false;
    this.#asked = true;
    try {
      await within(this.#underWay.save());
      const waiting = this.#registration?.waiting;
      if (!waiting) return this.#reload();
      this.#say(waiting, 'take-over');
      // As soon as it has, the page is loaded anew (`#replaced`).
      await within(
        new Promise((taken) => navigator.serviceWorker.addEventListener('controllerchange', taken))
      );
    } finally {
      if (!this.#leaving) this.#stay();
    }
  }

  #stay(): void {
    this.#asked = false;
    this.busy = false;
    this.failed = true;
    this.#underWay.goOn();
  }

  #reload(): void {
    this.#leaving = true;
    location.reload();
  }

  #see(): void {
    // Without one that answers now, this is the first, and there is nothing to change to.
    if (this.#registration?.waiting && navigator.serviceWorker.controller) this.ready = true;
  }

  /** Another version answers from now on: asked for here, or in another tab. */
  async #replaced(): Promise<void> {
    if (this.#asked || (document.hidden && !this.hasLooseText())) {
      this.#leaving = true;
      await within(this.#underWay.save());
      this.#reload();
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
