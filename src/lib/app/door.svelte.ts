import type { App, Phase } from './app.svelte.ts';
import { loadConfig, rememberedConfig, type Config } from './config.ts';
import { Install } from './install.svelte.ts';
import { current } from './remembered.ts';

/**
 * What can be said before the app itself is here: whether somebody is remembered on this device, and where one can
 * sign up. So the welcome page paints without any of the app's code; pages that need the app wait for `app`.
 */
export class Door {
  /** The running app, once it is loaded and started. */
  app = $state.raw<App | undefined>();
  /** What this installation offers; undefined until it was told for the first time. */
  config = $state.raw<Config | undefined>(rememberedConfig());
  readonly install = new Install();
  readonly #known = current()?.storage !== undefined;
  #coming: Promise<void> | undefined;

  /** Which half of the app is shown. */
  get phase(): Phase {
    return this.app?.phase ?? 'starting';
  }

  /** Somebody is in, or was when this device was used last. Known at once, without the app. */
  get anybody(): boolean {
    return this.phase === 'starting' ? this.#known : this.phase === 'in';
  }

  /** Starts the app, where its code is here already. */
  open(Made: typeof App): void {
    if (this.app) return;
    const told = loadConfig().then((config) => (this.config = config));
    this.app = new Made(told);
    void this.app.start();
  }

  /** Fetches the app's code and starts it. */
  load(): Promise<void> {
    return (this.#coming ??= import('./app.svelte.ts').then(({ App }) => this.open(App)));
  }
}
