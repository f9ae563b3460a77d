export interface Link {
  readonly url: string;
  readonly rel: string;
}

// RFC 8288 section 3: <target> *( ; name [= token / "quoted"] ). Commas inside <> and "" do not separate.
const LINK = /<([^>]*)>((?:\s*;\s*[^\s=;,]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^",;\s]*))?)*)/g;
const PARAMETER = /;\s*([^\s=;,]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^",;\s]*)))?/g;

/** The links of a response, one for each relation; targets resolved against `base`, unusable ones left out. */
export function linksOf(header: string | null, base: string): Link[] {
  return [...(header ?? '').matchAll(LINK)].flatMap(([, target = '', parameters = '']) => {
    if (!URL.canParse(target, base)) return [];
    const url = new URL(target, base).href;
    return relations(parameters).map((rel) => ({ url, rel }));
  });
}

/** RFC 8288 section 3.3: the first rel counts, and may name several. */
function relations(parameters: string): string[] {
  const rel = [...parameters.matchAll(PARAMETER)].find(([, name]) => name?.toLowerCase() === 'rel');
  return (rel?.[2] ?? rel?.[3] ?? '').split(/\s+/).filter(Boolean);
}

/** The targets of one relation. */
export function linked(response: { headers: Headers; url: string }, rel: string): string[] {
  const links = linksOf(response.headers.get('link'), response.url);
  return links.filter((link) => link.rel.toLowerCase() === rel.toLowerCase()).map(({ url }) => url);
}
