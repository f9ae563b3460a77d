import { OutdatedPage } from '#lib/cache/database.ts';
import { lastWords } from '#lib/people/drafts/last-words.ts';
import type { House } from '#lib/people/me.ts';
import type { Found } from '#lib/solid/discovery.ts';
import type { Session, SessionProblem } from '#lib/solid/session.ts';
import type { SignUp } from '#lib/solid/sign-up.ts';
import { syncLater } from '#lib/sync/sync-later.ts';
import { forgetPlaces } from '#lib/ui/kept/entry.ts';
import { keptClock } from './kept-clock.ts';
import { lastAsked, rememberAsked, type Asked } from './asked.ts';
import type { company } from './company.ts';
import { rememberedConfig, type Config } from './config.ts';
import { forgetTab } from './forget-tab.ts';
import type { Network } from './network.ts';
import { openHouse, type OpenHouse } from './open-house.ts';
import { openMemory } from './open-memory.ts';
import { painted } from '#lib/ui/painted.ts';
import {
  current,
  forget,
  remember,
  remembered,
  setCurrent,
  whenNobodyIsCurrent,
  type Remembered
} from './remembered.ts';
import { untilLoaded } from '#lib/ui/until-loaded.ts';

/** Which half of the app is shown. `starting` only until it is known whether somebody is remembered here. */
export type Phase = 'starting' | 'out' | 'in';

/** The running app: built once behind the door, the composition root of everything below it. */
export class App {
  phase = $state<Phase>('starting');
  house = $state.raw<House | undefined>();
  config = $state.raw<Config>(rememberedConfig() ?? { pods: null });
  /** The sign-in itself: `in` while the provider's word is good. The house can be open without it (offline reading). */
  session = $state.raw<{
    state: Session['state'];
    problem?: SessionProblem | undefined;
    returnTo?: string | undefined;
  }>({ state: 'restoring' });
  /** How often the inbox was looked into: what is found there shows in no document. */
  looked = $state(0);
  /** Why somebody who signed in could not be let in: no space found, their card unreadable. */
  problem = $state.raw<unknown>();
  /** A newer version has been here in another tab: this page can neither read nor keep anything until it is loaded anew. */
  outdated = $state(false);

  readonly #told: Promise<Config>;
  readonly #clock = keptClock();
  /** Loaded when it is needed first, and not before the first paint. */
  #network: Promise<Network> | undefined;
  #open: OpenHouse | undefined;
  #company: Promise<ReturnType<typeof company> | undefined> | undefined;

  /** `told`: what the app's own server says; never rejects. */
  constructor(told: Promise<Config>) {
    this.#told = told;
  }

  /** Shows what this device remembers at once, and restores the sign-in behind it. */
  async start(): Promise<void> {
    try {
      await this.#begin();
    } catch (error) {
      // It is said (`outdated`), and there is nothing else to do but to load the page anew.
      if (!(error instanceof OutdatedPage)) throw error;
    }
  }

  async #begin(): Promise<void> {
    const known = current();
    if (known?.storage) await this.#enter({ ...known, storage: known.storage });
    whenNobodyIsCurrent(() => void this.#out());
    // What was told before is good enough to begin with: the network may be slow to say the same.
    const fresh = this.#told.then((config) => (this.config = config));
    if (!rememberedConfig()) await fresh;
    if (this.house) await painted();
    const { session } = await this.#reach();
    session.subscribe(() => void this.#follow(session));
    await session.start();
    await this.#follow(session);
  }

  remembered(): readonly Remembered[] {
    return remembered();
  }

  forget(id: string): void {
    forget(id);
  }

  /** Finds out what an address means. Throws DiscoveryProblem. */
  async discover(input: string): Promise<Found> {
    return (await this.#reach()).discover(input);
  }

  /** The picture of somebody found, as a blob address. Throws PodProblem. */
  async face(found: Found): Promise<string | undefined> {
    return (await this.#reach()).face(found);
  }

  /** Leaves the page for the provider's. Resolves only when that did not work; `session.problem` then says why. */
  async signIn(
    issuer: string,
    options: { webId?: string | undefined; returnTo?: string | undefined } = {}
  ): Promise<void> {
    const { webId, returnTo = '/home' } = options;
    this.problem = undefined;
    rememberAsked({ issuer, webId, returnTo });
    const { session } = await this.#reach();
    await session.signIn({ issuer, returnTo, ...(webId ? { webId } : {}) });
  }

  /** The sign-in that was begun last in this tab. */
  get asked(): Asked | undefined {
    return lastAsked();
  }

  /** Looks at messages and friendships now rather than within a minute. */
  async lookAround(): Promise<void> {
    await (await this.#company)?.now();
  }

  /** Creates a person on the bundled server. Throws SignUpProblem; going on after one keeps what was done. */
  async createSpace(application: Parameters<SignUp['create']>[0]): Promise<string> {
    if (!this.config.pods) throw new Error('There is no server here to create a space on.');
    return (await this.#reach()).createSpace(this.config.pods, application);
  }

  /** Ends the sign-in in every tab. What waits stays on this device until they sign in again, unless `wipe`. */
  async signOut({ wipe = false } = {}): Promise<void> {
    // Before the wiping: another tab that goes on reading would fill again what is emptied here.
    setCurrent(undefined);
    if (wipe && this.#open) {
      await this.#open.cache.wipe();
      lastWords.forget(this.#open.house.me.id);
      forget(this.#open.house.me.id);
    }
    await this.#out();
  }

  async #out(): Promise<void> {
    this.#leave();
    forgetTab();
    await (await this.#reach()).session.signOut();
    this.phase = 'out';
  }

  async #follow(session: Session): Promise<void> {
    const { state, problem, webId, issuer, returnTo } = session;
    this.session = { state, problem, returnTo };
    if (state === 'in') {
      this.house?.sync.wake();
      void this.lookAround();
    }
    if (state === 'out' && !this.house) this.phase = 'out';
    if (state !== 'restoring' && this.house) this.phase = 'in';
    if (state !== 'in' || !webId || !issuer || this.house?.me.id === webId) return;
    try {
      this.problem = undefined;
      await this.#enter(await (await this.#reach()).whoIs(webId, issuer));
    } catch (error) {
      this.problem = error;
      this.phase = 'out';
    }
  }

  async #enter(person: Remembered & { storage: string }): Promise<void> {
    if (this.house?.me.id === person.id) return;
    // Somebody else was here in this tab.
    if (this.house) forgetPlaces();
    this.#leave();
    // On its way while the memory is opened: names and faces come with it.
    const reading = untilLoaded(() => import('#lib/cache/reader.ts'));
    const memory = await openMemory(person.id, () => (this.outdated = true));
    const me = { id: person.id, storage: person.storage, issuer: person.issuer };
    const network = painted().then(() => this.#reach());
    const sync = syncLater(
      network.then((there) => () => there.sync(me, memory)),
      memory.cache
    );
    this.#open = openHouse(me, memory, sync, {
      now: () => this.#clock.now(),
      loadReader: async () => (await reading).reader
    });
    const { house } = this.#open;
    this.house = house;
    remember(person);
    setCurrent(person.id);
    // Where no keys are kept, the way back in may lead over the provider: what is written before would go with the page.
    if (!memory.fleeting || this.session.state !== 'restoring') this.phase = 'in';
    // Somebody else may have come meanwhile.
    this.#company = network
      .then((there) => there.company())
      .then((keep) => (this.house === house ? keep(house, () => this.looked++) : undefined));
  }

  #reach(): Promise<Network> {
    this.#network ??= untilLoaded(() => import('./network.ts')).then(
      ({ Network }) =>
        new Network({
          storages: () => (this.house ? [this.house.me.storage] : []),
          origins: () => this.#ownOrigins(),
          heard: (response, asked) => this.#hear(response, asked)
        })
    );
    return this.#network;
  }

  #leave(): void {
    void this.#company?.then((running) => running?.stop());
    this.#company = undefined;
    this.#open?.close();
    this.#open = undefined;
    this.house = undefined;
  }

  /** My own space's word counts: all my devices hear the same, and no friend's server can put them wrong. */
  #hear(response: Response, asked: number): void {
    const own = this.house?.me.storage;
    if (own && response.url.startsWith(own)) this.#clock.hear(response, asked);
  }

  #ownOrigins(): string[] {
    const { house, config } = this;
    return [house?.me.storage, house?.me.issuer, house?.me.id, config.pods].filter(
      (address) => typeof address === 'string'
    );
  }
}
