/** A fetch in somebody's name. */
export type Asking = (url: string, init?: RequestInit) => Promise<Response>;

const PREFIXES = `@prefix solid: <http://www.w3.org/ns/solid/terms#>. @prefix sioc: <http://rdfs.org/sioc/ns#>.
@prefix dct: <http://purl.org/dc/terms/>. @prefix schema: <http://schema.org/>. @prefix as: <https://www.w3.org/ns/activitystreams#>.
@prefix foaf: <http://xmlns.com/foaf/0.1/>. @prefix wf: <http://www.w3.org/2005/01/wf/flow#>.`;
export const patch = (as: Asking, url: string, clause: string) =>
  as(url, {
    method: 'PATCH',
    headers: { 'content-type': 'text/n3' },
    body: `${PREFIXES}\n_:patch a solid:InsertDeletePatch; ${clause}.`
  });
/** Adds statements to a document (Solid Protocol 5.3.1). */
export const adds = (as: Asking, url: string, words: string) => patch(as, url, `solid:inserts { ${words} }`);
export const puts = (as: Asking, url: string, body = '<#a> <#b> <#c>.') =>
  as(url, { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body });
export const takes = (as: Asking, url: string) => as(url, { method: 'DELETE' });
let count = 0;
/** A name that is nobody's yet. */
export const fresh = () => `Msg0TRY${++count}`;
/** From 1 to 9, another one each time. */
export const digit = () => (count++ % 9) + 1;
