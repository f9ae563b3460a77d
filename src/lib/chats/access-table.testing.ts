import { ROLES, ROWS, type Found, type Role, type Row, type Targets } from './access-rows.testing.ts';
import type { Asking } from './access-tries.testing.ts';

export type Seen = ReadonlyMap<Row, Readonly<Record<Role, number>>>;

/** Tries everything as everybody: what -> role -> HTTP status. Whatever was harmed is put back by the owner. */
export async function tried(at: Omit<Targets, Found>, as: Record<Role, Asking>): Promise<Seen> {
  const kept = await remembered(at, as.owner);
  const markerAcl = await aclOf(new URL('.', at.marker).href, as.member);
  const seen = new Map<Row, Record<Role, number>>();
  for (const row of ROWS) {
    const line = {} as Record<Role, number>;
    for (const role of ROLES) {
      const response = await row.attempt({ ...at, ...kept.rules, markerAcl }, as[role]);
      await response.arrayBuffer();
      line[role] = response.status;
      if (row.harms && response.ok) await kept.putBack();
    }
    seen.set(row, line);
  }
  return seen;
}

/** Where the server keeps who may do what: it names the document itself (WAC 4.1, ACP 3). */
async function aclOf(url: string, owner: Asking): Promise<string> {
  const head = await owner(url, { method: 'HEAD' });
  const link = /<([^>]+)>;\s*rel="acl"/.exec(head.headers.get('link') ?? '')?.[1];
  if (link === undefined) throw new Error(`No access document is named for ${url}`);
  return new URL(link, url).href;
}

async function remembered(at: Omit<Targets, Found>, owner: Asking) {
  const [rootAcl, indexAcl] = [await aclOf(at.root, owner), await aclOf(at.index, owner)];
  const handedAcl = await aclOf(new URL('.', at.handed).href, owner);
  const bodies = new Map<string, { type: string; body: string }>();
  for (const url of [at.index, rootAcl, indexAcl, at.day, at.file, at.handed, handedAcl]) {
    const response = await owner(url);
    if (!response.ok) throw new Error(`${url} could not be read: ${response.status}`);
    bodies.set(url, {
      type: response.headers.get('content-type') ?? 'text/turtle',
      body: await response.text()
    });
  }
  const putBack = async () => {
    for (const [url, { type, body }] of bodies) {
      const response = await owner(url, { method: 'PUT', headers: { 'content-type': type }, body });
      if (!response.ok) throw new Error(`${url} could not be put back: ${response.status}`);
    }
  };
  const [rules, handedRules] = [bodies.get(rootAcl)!.body, bodies.get(handedAcl)!.body];
  return { rules: { rootAcl, rules, handedAcl, handedRules }, putBack };
}

const isYes = (status: number) => status >= 200 && status < 300;

/** The cells that are not as they should be, in words. */
export function wrongIn(seen: Seen): string[] {
  return [...seen].flatMap(([row, line]) =>
    ROLES.filter((role) => isYes(line[role]) !== [...row.may, ...(row.also ?? [])].includes(role)).map(
      (role) => `${role}: ${row.how} (${row.what}) was answered with ${line[role]}`
    )
  );
}

/** As a table in Markdown. `*` after a status: more than the role should, told apart by the reader. */
export function tableOf(seen: Seen): string {
  const notes = [...new Set([...seen.keys()].map(({ told }) => told).filter((told) => told !== undefined))];
  const lines = [...seen].map(([row, line]) => {
    const cells = ROLES.map((role) => {
      const isMore = isYes(line[role]) && !row.may.includes(role);
      const shouldBe = [...row.may, ...(row.also ?? [])].includes(role);
      return `${line[role]}${isMore ? ` ${notes.indexOf(row.told ?? '') + 1})` : ''}${isYes(line[role]) === shouldBe ? '' : ' WRONG'}`;
    });
    return `| ${row.what} | ${row.how} | ${cells.join(' | ')} |`;
  });
  return [
    `| of | to | ${ROLES.join(' | ')} |`,
    `|---|---|${ROLES.map(() => '---').join('|')}|`,
    ...lines,
    '',
    ...notes.map((note, n) => `${n + 1}. ${note}`)
  ].join('\n');
}
