/** The account API said no. `message` is the server's own sentence. */
export class AccountProblem extends Error {
  override readonly name = 'AccountProblem';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The links the API offers; more of them with an account token. Read from the server, never put together here. */
export interface Controls {
  account: { create: string; pod: string; clientCredentials: string };
  password: { create: string; login: string };
}

/** @param token account token of a login or of a new account @throws AccountProblem */
export async function controlsOf(base: string, token?: string): Promise<Controls> {
  const { controls } = await call<{ controls: Controls }>(new URL('.account/', base).href, undefined, token);
  return controls;
}

/**
 * One call of the JSON API: POST when there is a `body`, GET otherwise.
 * @throws AccountProblem
 */
export async function call<T>(url: string, body?: object, token?: string): Promise<T> {
  const headers = new Headers({ accept: 'application/json' });
  if (body) headers.set('content-type', 'application/json');
  if (token) headers.set('authorization', `CSS-Account-Token ${token}`);
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers,
    body: body && JSON.stringify(body)
  });
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const answer: unknown = isJson ? await response.json() : await response.text();
  if (!response.ok || !isJson) throw new AccountProblem(response.status, sentence(answer));
  return answer as T;
}

function sentence(answer: unknown): string {
  const said =
    typeof answer === 'object' && answer !== null && 'message' in answer ? answer.message : undefined;
  return typeof said === 'string' ? said : 'The account service gave no reason.';
}
