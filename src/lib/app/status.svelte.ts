import { createSubscriber } from 'svelte/reactivity';
import { hostOf } from '#lib/people/address.ts';
import { friends } from '#lib/people/friends/friends.question.ts';
import type { House } from '#lib/people/me.ts';
import { outboxOf } from '#lib/people/outbox.svelte.ts';
import { patient } from '#lib/people/patient.ts';
import { spaceOf } from '#lib/people/space.ts';
import { standsIn } from '#lib/people/storage.ts';
import { live } from '#lib/query/live.svelte.ts';
import type { Session, SessionProblem } from '#lib/solid/session.ts';
import { ownSpace } from './own-space.ts';
import { pillOf, type Pill } from './pill.ts';
import { thingsOf, type Thing } from './things.ts';

/** Fetching is worth a word from here to there, ms: shorter is a blink, longer is one slow friend. */
const [SOON, LATE] = [800, 6_000];
/** How often a space of mine that cannot be read is asked again, ms. */
const AGAIN = 10_000;

/** How things stand between this device and the spaces, as a screen watches it. */
export class StatusWatch {
  readonly #house: House;
  readonly #session: () => { state: Session['state']; problem?: SessionProblem | undefined };
  readonly #look: () => void;
  readonly #own;
  readonly #friends;
  /** Fetching goes on for a while now. */
  #reading = $state(false);

  constructor(
    house: House,
    session: () => { state: Session['state']; problem?: SessionProblem | undefined }
  ) {
    this.#house = house;
    this.#session = session;
    this.#own = live(house.asking, ownSpace(house.me, Date.now()));
    this.#friends = live(patient(house), friends(house.me));
    this.#look = createSubscriber((update) => {
      const stop = house.sync.subscribe(update);
      const reading = this.#followReading();
      const again = setInterval(() => {
        if (this.#own.current?.fault) house.sync.want(spaceOf(house.me).subscriptions, AGAIN / 2);
      }, AGAIN);
      return () => {
        stop();
        reading();
        clearInterval(again);
      };
    });
  }

  /** What waits or stopped, oldest first. */
  get things(): readonly Thing[] {
    this.#look();
    return thingsOf(outboxOf(this.#house).entries, this.#house.sync.status.online);
  }

  get pill(): Pill {
    this.#look();
    const { state, problem } = this.#session();
    const own = this.#own.current;
    const everyone = (this.#friends.current ?? []).filter((friend) => friend.state === 'friend');
    return pillOf({
      online: this.#house.sync.status.online,
      session: state,
      problem: problem?.kind,
      things: this.things,
      looking: !own?.heard || this.#reading,
      fault: own?.fault,
      silentFriends: everyone.filter(({ quiet }) => quiet).map(({ name }) => name),
      nameOf: (document) => this.nameOf(document)
    });
  }

  /** Whose space a document lies in: a friend's name, a host's, or nothing for mine. */
  nameOf(document: string): string | undefined {
    if (standsIn(document, [this.#house.me.storage]) || document === this.#house.me.id.split('#')[0])
      return undefined;
    const owner = (this.#friends.current ?? []).find(
      ({ storages, inbox }) => standsIn(document, storages) || inbox === document
    );
    return owner?.name ?? hostOf(document);
  }

  #followReading(): () => void {
    let timers: ReturnType<typeof setTimeout>[] = [];
    const end = () => {
      timers.forEach(clearTimeout);
      timers = [];
      this.#reading = false;
    };
    const look = () => {
      const { reading } = this.#house.sync.status;
      if (reading && timers.length === 0) {
        timers = [
          setTimeout(() => (this.#reading = true), SOON),
          setTimeout(() => (this.#reading = false), LATE)
        ];
      }
      if (!reading) end();
    };
    const stop = this.#house.sync.subscribe(look);
    look();
    return () => {
      stop();
      end();
    };
  }
}
