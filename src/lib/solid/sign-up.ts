import { problemOf } from './problem.ts';

/** What the one form asks for. */
export interface Application {
  readonly name: string;
  readonly handle: string;
  readonly email: string;
  readonly password: string;
}

export type SignUpFault =
  | { readonly field: 'handle' | 'email' | 'password'; readonly reason: 'taken' | 'invalid' }
  | { readonly field: undefined; readonly reason: 'unreachable' | 'refused'; readonly detail: string };

export class SignUpProblem extends Error {
  readonly fault: SignUpFault;
  constructor(fault: SignUpFault) {
    super(fault.reason);
    this.name = 'SignUpProblem';
    this.fault = fault;
  }
}

interface Answer {
  readonly controls?: { account?: Record<string, string>; password?: Record<string, string> };
  readonly authorization?: string;
  readonly webId?: string;
  /** Of the login that was made. */
  readonly resource?: string;
  readonly message?: string;
}

/** Longer than a reading of a document: the server hashes the password and writes a whole space. */
const PATIENCE_MS = 30_000;

/**
 * Creates an account and a space on a Community Solid Server through its account API (version 7). Cookies are
 * kept, so that the sign-in that follows asks only for consent. What was done is remembered: after a fault (the
 * handle is taken) the same object goes on where it stopped.
 */
export class SignUp {
  readonly #pods: string;
  #authorization: string | undefined;
  #controls: NonNullable<Answer['controls']> | undefined;
  #login: { readonly email: string; readonly password: string; readonly resource: string } | undefined;
  #webId: string | undefined;

  /** @param pods root of the server, with its slash */
  constructor(pods: string) {
    this.#pods = pods;
  }

  /** @returns the new person's address. Throws SignUpProblem. */
  async create({ name, handle, email, password }: Application): Promise<string> {
    if (!this.#controls) {
      const open = await this.#call(`${this.#pods}.account/`);
      const made = await this.#call(this.#need(open.controls?.account?.create), {});
      this.#authorization = made.authorization;
      this.#controls = (await this.#call(`${this.#pods}.account/`)).controls ?? {};
    }
    // The e-mail address first: an account with a login but no space can be completed, not the other way round.
    await this.#logInWith(this.#controls, email, password);
    if (!this.#webId) {
      const space = await this.#call(this.#need(this.#controls.account?.pod), {
        name: handle,
        settings: { name }
      });
      this.#webId = this.#need(space.webId);
    }
    return this.#webId;
  }

  /** The person may change both between two tries. The old way in goes last: an account must always have one. */
  async #logInWith(
    controls: NonNullable<Answer['controls']>,
    email: string,
    password: string
  ): Promise<void> {
    const before = this.#login;
    if (before?.email === email && before.password === password) return;
    if (before?.email === email) {
      await this.#call(before.resource, { oldPassword: before.password, newPassword: password });
      this.#login = { ...before, password };
      return;
    }
    const made = await this.#call(this.#need(controls.password?.create), { email, password });
    this.#login = { email, password, resource: this.#need(made.resource) };
    if (before) await this.#call(before.resource, undefined, 'DELETE');
  }

  #need(value: string | undefined): string {
    if (value) return value;
    throw new SignUpProblem({
      field: undefined,
      reason: 'refused',
      detail: 'This server does not offer to create spaces.'
    });
  }

  async #call(url: string, body?: object, method = body ? 'POST' : 'GET'): Promise<Answer> {
    let response: Response;
    try {
      response = await fetch(url, {
        method,
        credentials: 'include',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: {
          accept: 'application/json',
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(this.#authorization ? { authorization: `CSS-Account-Token ${this.#authorization}` } : {})
        },
        ...(body ? { body: JSON.stringify(body) } : {})
      });
    } catch (error) {
      throw new SignUpProblem({
        field: undefined,
        reason: 'unreachable',
        detail: problemOf(error, url).detail
      });
    }
    const answer = (await response.json().catch(() => ({}))) as Answer;
    if (response.ok) return answer;
    throw new SignUpProblem(faultOf(answer.message ?? `${response.status}`, body));
  }
}

/** The account API tells its reasons in words only; we ask for little, so which field is meant is known. */
function faultOf(message: string, body: object | undefined): SignUpFault {
  const taken = /already/i.test(message);
  if (body && 'email' in body) return { field: 'email', reason: taken ? 'taken' : 'invalid' };
  if (body && 'newPassword' in body) return { field: 'password', reason: 'invalid' };
  if (body && 'name' in body) return { field: 'handle', reason: taken ? 'taken' : 'invalid' };
  return { field: undefined, reason: 'refused', detail: message };
}
