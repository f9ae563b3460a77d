const KEY = 'hearth:invitation';

/**
 * An invitation on its way through signing up or in: what stood behind the `#`, kept in this tab only. It must never
 * travel in a query, which servers see.
 */
export const keepInvitation = (fragment: string): void => sessionStorage.setItem(KEY, fragment);

export const keptInvitation = (): string => sessionStorage.getItem(KEY) ?? '';

export const forgetInvitation = (): void => sessionStorage.removeItem(KEY);
