import type { House, Me } from '#lib/people/me.ts';
import { localLeave } from '#lib/solid/address-rule.ts';
import { HttpChannels } from '#lib/solid/channels/http-channels.ts';
import { discover, type Found } from '#lib/solid/discovery.ts';
import { guardedFetch, type GuardedFetch } from '#lib/solid/guarded-fetch.ts';
import { HttpPod } from '#lib/solid/http-pod.ts';
import { personSession } from '#lib/solid/person-session.ts';
import type { Session } from '#lib/solid/session.ts';
import { SignUp } from '#lib/solid/sign-up.ts';
import { makeSync } from '#lib/sync/make-sync.ts';
import type { Sync } from '#lib/sync/sync.ts';
import { untilLoaded } from '#lib/ui/until-loaded.ts';
import type { company } from './company.ts';
import { faceOf } from './face-of.ts';
import type { Memory } from './open-memory.ts';
import type { Remembered } from './remembered.ts';
import { sender } from './sender.ts';
import { whoIs } from './who-is.ts';

/** Whom this page may talk to without asking, as it stands now. */
export interface Known {
  /** Of whoever's house is open. */
  storages(): string[];
  /** May lie on this machine or in its network: they are the person's own. */
  origins(): string[];
  /** Told of every answer; `asked` as in `guardedFetch`. */
  heard(response: Response, asked: number): void;
}

/** All of the app that talks to servers. Loaded behind the first paint, which needs nothing of it. */
export class Network {
  readonly session: Session = personSession({ origin: location.origin });
  readonly #guard: GuardedFetch;
  readonly #channels: HttpChannels;
  readonly #pod: HttpPod;
  #signUp: SignUp | undefined;

  constructor(known: Known) {
    const allowsLocal = localLeave(location.origin, () => known.origins());
    this.#guard = guardedFetch({
      allowsLocal,
      heard: (response, asked) => known.heard(response, asked)
    });
    const wire = { fetch: this.#guard, sender: sender(this.session) };
    this.#channels = new HttpChannels({ ...wire, allowsLocal });
    this.#pod = new HttpPod({ ...wire, own: () => known.storages() });
  }

  /** Starts keeping a person's memory and the spaces true to each other. */
  sync(me: Me, { cache, fleeting }: Memory): Sync {
    const parts = { pod: this.#pod, cache, channels: this.#channels };
    // What goes with the page no other tab can send.
    return makeSync(fleeting ? parts : { ...parts, name: me.id });
  }

  /** For whoever has a house. All that is said and done in one comes with it, so it is loaded by itself. */
  async company(): Promise<(house: House, looked: () => void) => ReturnType<typeof company>> {
    const { company } = await untilLoaded(() => import('./company.ts'));
    return (house, looked) => company(house, () => this.session.state === 'in', looked);
  }

  /** Finds out what an address means. Throws DiscoveryProblem. */
  discover(input: string): Promise<Found> {
    return discover(this.#guard, input);
  }

  /** The picture of somebody found, as a blob address. Throws PodProblem. */
  face(found: Found): Promise<string | undefined> {
    return faceOf(this.#pod, found);
  }

  /** Who has signed in. Throws NoSpace, DiscoveryProblem or PodProblem. */
  whoIs(webId: string, issuer: string): Promise<Remembered & { storage: string }> {
    return whoIs(this.#guard, this.session, webId, issuer);
  }

  /** Creates a person on the server at `pods`. Throws SignUpProblem; going on after one keeps what was done. */
  async createSpace(pods: string, application: Parameters<SignUp['create']>[0]): Promise<string> {
    this.#signUp ??= new SignUp(pods);
    const id = await this.#signUp.create(application);
    this.#signUp = undefined;
    return id;
  }
}
