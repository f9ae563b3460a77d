import { Cannot } from '#lib/people/cannot.ts';
import { editProfile, type ProfileChange } from '#lib/people/edit-profile.ts';
import type { House } from '#lib/people/me.ts';
import { plan } from '#lib/people/setup/plan.ts';
import { prepare } from '#lib/people/setup/prepare.ts';
import type { Step, StepId } from '#lib/people/setup/step.ts';
import { words } from '#lib/people/words.ts';

type Line = { label: string; state: 'waiting' | 'doing' | 'done' | 'failed'; detail?: string };
type State = Line['state'];

const say = words.setup;

/** Preparing a space as a screen follows it: what is there, what is being made, what went wrong, and going on. */
export class Preparing {
  busy = $state(false);
  /** One sentence, when it stopped. */
  problem = $state('');
  /** Which step it stopped at, if it can be left out. */
  stuck = $state<StepId>();
  begun = $state(false);
  #steps = $state.raw<readonly Step[]>([]);
  #states = $state<Partial<Record<StepId | 'profile', State>>>({});
  #skipped = $state.raw<readonly StepId[]>([]);
  #kept = $state(false);
  readonly #house: House;

  constructor(house: House) {
    this.#house = house;
  }

  get steps(): Line[] {
    const lines = this.#steps.map(({ id, state }): Line => {
      const label = say.steps[id];
      if (this.#states[id]) return { label, state: this.#states[id] };
      return state === 'there' ? { label, state: 'done', detail: say.there } : { label, state: 'waiting' };
    });
    return this.#states.profile ? [...lines, { label: say.profile, state: this.#states.profile }] : lines;
  }

  /** It has begun, and the network or the server of the space is away. */
  get waiting(): boolean {
    return this.busy && this.#kept;
  }

  async look(): Promise<void> {
    try {
      this.#steps = await plan(this.#house);
    } catch (error) {
      this.#tell(error);
    }
  }

  /** Makes what is missing, then writes what the person typed. Answers whether all of it is done. */
  async run(name: string, change: ProfileChange): Promise<boolean> {
    this.busy = this.begun = true;
    this.problem = '';
    this.stuck = undefined;
    const { sync, asking } = this.#house;
    const notice = async () => {
      this.#kept = !sync.status.online || (await sync.outbox()).some(({ trouble }) => trouble);
    };
    const stops = [sync.subscribe(notice), asking.subscribe(notice)];
    try {
      // Anew each time: an earlier try, or another device, may have made some of it.
      this.#steps = await plan(this.#house, { name });
      const wanted = this.#steps.filter((step) => !this.#skipped.includes(step.id));
      await prepare(this.#house, wanted, (id, state) => {
        this.#states[id] = state;
        this.stuck = state === 'failed' ? id : undefined;
      });
      this.#states.profile = 'doing';
      await this.#house.sync.settled(await editProfile(this.#house, change));
      this.#states.profile = 'done';
      return true;
    } catch (error) {
      if (this.#states.profile === 'doing') this.#states.profile = 'failed';
      this.#tell(error);
      return false;
    } finally {
      for (const stop of stops) stop();
      this.busy = false;
    }
  }

  /** Goes on without the step it stopped at. */
  skip(): void {
    if (this.stuck) this.#skipped = [...this.#skipped, this.stuck];
    this.stuck = undefined;
    this.problem = '';
  }

  #tell(error: unknown): void {
    if (error instanceof Cannot) this.problem = error.message;
    else if (isProblem(error)) this.problem = say.problems[error.problem.kind] ?? say.problems['other']!;
    else throw error;
  }
}

/** A PodProblem: pages do not look into the room that makes them. */
const isProblem = (error: unknown): error is { problem: { kind: string } } =>
  error instanceof Error &&
  typeof (error as Partial<{ problem: { kind?: unknown } }>).problem?.kind === 'string';
