/** Who a post is for. The folder it lies in carries the access rule, so the audience IS the folder. */
export type Audience = 'public' | 'friends';

const FOLDERS: Readonly<Record<Audience, string>> = {
  public: 'public/timeline/',
  friends: 'social/friends/'
};

/** The folder of an audience's posts. `storage` ends with a slash. */
export const folderOf = (storage: string, audience: Audience): string => storage + FOLDERS[audience];

/** The rolling page: the newest posts and changes of one audience in one document. */
export const recentOf = (storage: string, audience: Audience): string =>
  `${folderOf(storage, audience)}recent.ttl`;

/** The folder of one year's day documents (never more than 366 of them: PERFORMANCE.md, fact 2). */
export const yearOf = (storage: string, audience: Audience, at: Date): string =>
  `${folderOf(storage, audience)}${day(at).slice(0, 4)}/`;

/** The document of one UTC day; `part` 2, 3 ... when the ones before are full. */
export function dayOf(storage: string, audience: Audience, at: Date, part = 1): string {
  return `${yearOf(storage, audience, at)}${day(at)}${part > 1 ? `-${part}` : ''}.ttl`;
}

/** The audience whose folder a thing of this storage lies in; undefined when it lies elsewhere. */
export function audienceOf(storage: string, iri: string): Audience | undefined {
  return (Object.keys(FOLDERS) as Audience[]).find((audience) => iri.startsWith(folderOf(storage, audience)));
}

const day = (at: Date) => at.toISOString().slice(0, 10);
