import { switchable } from '#lib/sync/switchable.testing.ts';
import { Befell } from './befell.ts';
import type { Ground } from './ground.ts';
import { Locks } from './locks.ts';
import { openTab, type Tab } from './tab.ts';

/** One device of a person: up to three tabs over one memory, and a network switch. */
export class Device {
  readonly #ground: Ground;
  #tabs: Tab[] = [];
  readonly online = switchable();
  readonly locks = new Locks();
  died = 0;
  readonly befell: Befell;
  /** What stopped although it would have passed by itself. */
  readonly unexpected: string[] = [];

  constructor(ground: Ground) {
    this.#ground = ground;
    this.befell = ground.befell ?? new Befell();
    // Node 20 has no navigator, later ones have one without locks.
    Object.defineProperty(globalThis, 'navigator', {
      value: { locks: this.locks },
      configurable: true,
      writable: true
    });
  }

  /** The tab that the person looks at. */
  get front(): Tab {
    return this.#tabs[0]!;
  }

  /** The tab that they look at, opened anew when it has died. */
  async alive(): Promise<Tab> {
    const dead = this.#tabs.filter((tab) => tab.life.over);
    this.died += dead.length;
    for (const tab of dead) {
      this.befell.note('tab killed');
      tab.cache.close();
    }
    this.#tabs = this.#tabs.filter((tab) => !tab.life.over);
    if (this.#tabs.length === 0) this.#tabs.push(await openTab(this.#ground, this.online, this.locks));
    return this.front;
  }

  async open(): Promise<void> {
    if (this.#tabs.length === 3) return;
    this.befell.note('duplicate tab');
    this.#tabs.unshift(await openTab(this.#ground, this.online, this.locks));
  }

  turn(): void {
    this.#tabs.push(this.#tabs.shift()!);
  }

  /** Closes the tab in front as a person does. */
  shut(): void {
    const [tab] = this.#tabs.splice(0, 1);
    tab?.house.sync.close();
    tab?.cache.close();
    tab?.life.die();
  }

  /** The person presses "Try again" on all that stopped. */
  async retry(): Promise<void> {
    const { house, life } = this.front;
    const press = async () => {
      for (const { id, problem, label } of await house.sync.outbox()) {
        if (!problem) continue;
        if (problem.kind !== 'full') this.unexpected.push(`${label} (${problem.kind} ${problem.detail})`);
        await house.sync.retry(id);
      }
    };
    await Promise.race([press(), life.end]);
  }

  /** Every tab dies, and nothing of them is left but the memory. */
  async perish(): Promise<void> {
    for (const tab of this.#tabs) tab.life.die();
    await this.alive();
  }

  end(): void {
    while (this.#tabs.length) this.shut();
  }
}
