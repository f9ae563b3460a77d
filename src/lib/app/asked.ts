/** The sign-in that was begun last in this tab, so that "ask again" needs no typing. */
export interface Asked {
  readonly issuer: string;
  readonly webId?: string | undefined;
  readonly returnTo: string;
}

const KEY = 'hearth:asked';

export function rememberAsked(asked: Asked): void {
  sessionStorage.setItem(KEY, JSON.stringify(asked));
}

export function lastAsked(): Asked | undefined {
  const kept = sessionStorage.getItem(KEY);
  return kept ? (JSON.parse(kept) as Asked) : undefined;
}

export function forgetAsked(): void {
  sessionStorage.removeItem(KEY);
}
