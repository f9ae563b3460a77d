import { documentOf } from '#lib/cache/document-of.ts';
import { Graph } from '#lib/rdf/graph.ts';
import { sameGraph } from '#lib/rdf/isomorphic.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { AS, SIOC } from '#lib/rdf/vocab.ts';
import { recentOf, type Audience } from '#lib/posts/places.ts';
import type { Device } from './device.ts';
import type { Ground } from './ground.ts';
import type { Ledger, PostLine } from './ledger.ts';
import { outside } from './outside.ts';
import { SAYS } from './play.ts';
import { chatsIn } from './reckon-chats.ts';

/** Tries before what waits counts as stuck; time goes by between them. */
const PATIENCE = 400;

/**
 * The end of a story: all is well again, the tabs have died once more, and what waits goes on its way. Answers what
 * is wrong then, in words; nothing when every write stands in the space once and the memory says what the space says.
 */
export async function reckon(ground: Ground, ledger: Ledger, device: Device): Promise<string[]> {
  ground.at = 'making all well';
  await ground.fill(false);
  ground.storm([]);
  device.online.set(true);
  await device.perish();
  ground.at = 'sending all';
  const stuck = await allSent(ground, device);
  if (stuck.length) return stuck;
  if (device.unexpected.length) return device.unexpected.map((what) => `stopped for good: ${what}`);
  ground.at = 'reading all';
  const { sync, asking } = device.front.house;
  const wrong: string[] = [...ledger.unseen];
  const graphs = new Map<string, Graph>();
  await sync.refresh([...ground.written]);
  for (const url of ground.written) {
    const stands = await ground.peek(url);
    const said = new Graph(parseTurtle(stands ?? '', url));
    graphs.set(url, said);
    const view = await asking.read(url);
    if (!sameGraph(view.graph.quads, said.quads))
      wrong.push(`${url}: the memory says something else than the space`);
    const state = stands === undefined ? 'missing' : 'fresh';
    if (view.document?.state !== state)
      wrong.push(`${url}: ${view.document?.state} in memory, ${state} in the space`);
  }
  // Whoever invites to a chat writes there, too.
  const messages = (await ground.messages()).filter((message) => message.includes(SAYS));
  for (const line of ledger.messages) {
    const copies = messages.filter((message) => message.includes(`"${line.key}"`));
    wrong.push(...outside(line, copies.length ? [line.key] : []));
  }
  if (messages.length > ledger.messages.length + ground.unheard)
    wrong.push(`${messages.length} messages of ${ledger.messages.length}, ${ground.unheard} unheard`);
  const at = (url: string) => graphs.get(url) ?? new Graph([]);
  wrong.push(...postsIn(ground, graphs, ledger.posts));
  ground.at = 'reckoning chats';
  wrong.push(...(await chatsIn(ground, device.front.house, graphs, ledger)));
  for (const line of ledger.values) {
    const here = at(line.id!)
      .objects(`${line.id}#1`, SAYS)
      .some(({ value }) => value === line.key);
    wrong.push(...outside(line, here ? [line.key] : []));
  }
  for (const line of ledger.documents) {
    wrong.push(
      ...outside(
        line,
        at(line.id!)
          .objects(`${line.id}#1`, SAYS)
          .map(({ value }) => value)
      )
    );
  }
  return wrong;
}

async function allSent(ground: Ground, device: Device): Promise<string[]> {
  const { sync } = device.front.house;
  for (let tries = 0; tries < PATIENCE; tries++) {
    const outbox = await sync.outbox();
    if (outbox.length === 0) return [];
    await device.retry();
    sync.wake();
    await ground.pass(1_000);
    await ground.breathe();
  }
  return (await sync.outbox()).map(
    ({ label, document, problem, trouble, tries }) =>
      `still waits: ${label} for ${document}, tried ${tries} times (${(problem ?? trouble)?.kind ?? 'no problem'} ${(problem ?? trouble)?.detail ?? ''})`
  );
}

/** Posts: each once in the day's document and once on the page, with the same words, in the order they were written. */
function postsIn(ground: Ground, graphs: ReadonlyMap<string, Graph>, lines: readonly PostLine[]): string[] {
  const wrong: string[] = [];
  for (const audience of ['public', 'friends'] as const satisfies Audience[]) {
    const page = recentOf(ground.me.storage, audience);
    const onPage = graphs.get(page) ?? new Graph([]);
    const own = lines.filter((line) => line.audience === audience);
    const folder = page.slice(0, page.lastIndexOf('/') + 1);
    const days = [...graphs].filter(([url]) => url !== page && url.startsWith(folder));
    const found = days.flatMap(([url, graph]) =>
      graph.ofType(AS.Note).map((id) => {
        if (documentOf(id) !== url) wrong.push(`${id} stands in ${url}`);
        return { id, words: texts(graph, id), day: graph };
      })
    );
    const known = new Set<string>();
    const order: string[] = [];
    for (const line of own) {
      const here = found.filter(({ id, words }) => id === line.id || words.some((word) => word === line.key));
      here.forEach(({ id }) => known.add(id));
      wrong.push(
        ...outside(
          line,
          here.flatMap(({ words }) => words)
        )
      );
      if (line.id !== undefined && line.allowed[0] === null && line.sure)
        wrong.push(...removed(line.id, graphs, onPage));
      for (const { id, words } of here) {
        order.push(id);
        if (texts(onPage, id).join() !== words.join())
          wrong.push(
            `${line.key}: "${texts(onPage, id).join()}" on the page, "${words.join()}" in the day's document`
          );
        const listings = onPage.iris(page, AS.items).filter((item) => item === id).length;
        if (listings !== 1) wrong.push(`${line.key}: listed ${listings} times`);
      }
    }
    for (const { id } of found) if (!known.has(id)) wrong.push(`${id}: nobody wrote this`);
    for (const id of onPage.ofType(AS.Note)) if (!known.has(id)) wrong.push(`${id}: only on the page`);
    const byDate = [...order].sort((a, b) => date(onPage, a) - date(onPage, b));
    if (byDate.join() !== order.join()) wrong.push(`${audience}: not in the order they were written`);
  }
  return wrong;
}

/** The words of a post; one where both vocabularies say the same. */
const texts = (graph: Graph, id: string): string[] => [
  ...new Set([AS.content, SIOC.content].flatMap((path) => graph.objects(id, path).map(({ value }) => value)))
];

const date = (graph: Graph, id: string) => Date.parse(graph.text(id, AS.published) ?? '');

function removed(id: string, graphs: ReadonlyMap<string, Graph>, page: Graph): string[] {
  const day = graphs.get(documentOf(id));
  const stones = day?.objects(id, AS.deleted).length ?? 0;
  return [
    ...(stones === 1 ? [] : [`${id}: ${stones} tombstones`]),
    ...(page.about(id).length ? [`${id}: removed, but still on the page`] : [])
  ];
}
