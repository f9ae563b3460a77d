import type { Graph } from '#lib/rdf/graph.ts';
import { SCHEMA, SIOC } from '#lib/rdf/vocab.ts';
import { rootOf } from '#lib/chats/places.ts';
import type { House } from '#lib/people/me.ts';
import { shown, shownTo, wordsOf } from './chats.ts';
import type { Ground } from './ground.ts';
import type { Ledger } from './ledger.ts';
import { outside } from './outside.ts';

/**
 * Chats: each message once, with its last words, in the order in which they were said, and the other person's screen
 * shows the same; each word and each reaction stands once in the documents.
 */
export async function chatsIn(
  ground: Ground,
  house: House,
  graphs: ReadonlyMap<string, Graph>,
  ledger: Ledger
): Promise<string[]> {
  const wrong: string[] = [];
  for (const chat of ledger.chats) {
    const lines = ledger.words.filter((line) => line.chat === chat);
    const [list, theirs] = [await shown(house, chat), await shownTo(ground.friend, chat)];
    const told = (all: typeof list) => all.map((message) => `${message.id} ${wordsOf(message)}`).join('\n');
    if (told(list) !== told(theirs))
      wrong.push(`${chat}: here\n${told(list)}\nand at the friend's\n${told(theirs)}`);
    const mine = list.filter((message) => message.isMine);
    const known = new Set<string>();
    const order: string[] = [];
    for (const line of lines) {
      const here = mine.filter(
        ({ id, body }) => id === line.id || (body.kind === 'text' && body.text === line.key)
      );
      for (const { id } of here) {
        known.add(id);
        order.push(id);
      }
      if (line.sure && here.length !== 1) wrong.push(`${line.key}: ${here.length} messages`);
      wrong.push(
        ...outside(
          line,
          here.map(wordsOf).filter((words) => words !== null)
        )
      );
    }
    for (const { id } of mine) if (!known.has(id)) wrong.push(`${id}: nobody said this`);
    const inOrder = mine.map(({ id }) => id);
    if (order.join() !== inOrder.join())
      wrong.push(`${chat}: not in the order it was said:\n${inOrder.join('\n')}`);
  }
  const roots = ledger.chats.map(rootOf);
  const documents = [...graphs].flatMap(([url, graph]) =>
    roots.some((root) => url.startsWith(root)) ? graph : []
  );
  const said = documents.flatMap((graph) =>
    graph.subjects(SIOC.content).map((id) => graph.text(id, SIOC.content)!)
  );
  // Reactions say the same again and again: they are counted by what they are about.
  for (const word of new Set(said.filter((each) => /^w\d/.test(each)))) {
    const times = said.filter((each) => each === word).length;
    if (times > 1) wrong.push(`${word} was said ${times} times`);
  }
  for (const line of ledger.reactions) {
    const given = documents.flatMap((graph) =>
      graph
        .subjects(SCHEMA.target)
        .filter((id) => graph.has(id, SCHEMA.target, line.id!) && graph.text(id, SIOC.content) === line.key)
    );
    wrong.push(
      ...outside(
        line,
        given.map(() => line.key)
      )
    );
  }
  return wrong;
}
