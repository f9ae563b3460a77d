import { deleteMessage } from '#lib/chats/delete-message.ts';
import { editMessage } from '#lib/chats/edit-message.ts';
import { react } from '#lib/chats/react.ts';
import { send } from '#lib/chats/send.ts';
import { edit } from '#lib/posts/edit.ts';
import { NoSuchPost } from '#lib/posts/no-such-post.ts';
import { publish } from '#lib/posts/publish.ts';
import { remove } from '#lib/posts/remove.ts';
import { quad, text } from '#lib/rdf/terms.ts';
import { AS } from '#lib/rdf/vocab.ts';
import type { Write } from '#lib/sync/sync.ts';
import { shown, startChats, wordsOf } from './chats.ts';
import { Device } from './device.ts';
import type { Ground } from './ground.ts';
import { Ledger, type Line, type WordLine } from './ledger.ts';
import type { Step } from './schedule.ts';
import type { Tab } from './tab.ts';

const TALK: ReadonlySet<Step['do']> = new Set(['say', 'amend', 'hush', 'react']);

export const SAYS = 'https://hearth.example/says';
const turtle = (url: string, value: string) => `<${url}#1> <${SAYS}> "${value}".`;

/** Plays a story; answers what the person was told, and the device as it is left. */
export async function play(
  ground: Ground,
  steps: readonly Step[]
): Promise<{ ledger: Ledger; device: Device }> {
  const device = new Device(ground);
  const ledger = new Ledger();
  let down = 0;
  ledger.chats.push(...(await startChats(ground, (await device.alive()).house)));
  for (const [number, step] of steps.entries()) {
    ground.at = `step ${number} ${JSON.stringify(step)}`;
    await device.alive();
    if (step.do === 'crash') {
      if (down === 0) await ground.crash();
      down = step.steps;
    } else {
      await act(step, { ground, device, ledger, word: `w${number}` });
    }
    if (down > 0 && --down === 0) await ground.revive();
    ground.at += ', breathing';
    await ground.breathe();
    ground.at += ', looking';
    await look(device, ledger, number);
  }
  if (down > 0) await ground.revive();
  return { ledger, device };
}

/** What the person was told of is on their screen at every moment, whatever the network says. */
async function look(device: Device, ledger: Ledger, number: number): Promise<void> {
  const { house, life } = await device.alive();
  for (const { id, key, allowed, sure } of ledger.posts) {
    if (!sure || id === undefined) continue;
    const view = await Promise.race([house.asking.read(id), life.end]);
    if (!view) return;
    const seen = view.graph.objects(id, AS.content).map(({ value }) => value);
    if (seen.join() !== (allowed[0] ?? ''))
      ledger.unseen.push(`after step ${number}: ${key} shows "${seen.join()}", not "${allowed[0]}"`);
  }
  for (const chat of ledger.chats) {
    const list = await Promise.race([shown(house, chat), life.end]);
    if (!list) return;
    for (const { id, key, allowed } of ledger.words.filter((line) => line.sure && line.chat === chat)) {
      const seen = list.filter((message) => message.id === id).map(wordsOf);
      if (seen.length !== 1 || seen[0] !== allowed[0])
        ledger.unseen.push(`after step ${number}: ${key} shows "${seen.join()}", not "${allowed[0]}"`);
    }
    for (const { id, key } of ledger.reactions.filter((line) => line.sure && line.chat === chat)) {
      const message = list.find((each) => each.id === id);
      const isThere = message?.reactions.some(({ emoji, mine }) => emoji === key && mine !== undefined);
      if (!isThere && message?.body.kind !== 'deleted')
        ledger.unseen.push(`after step ${number}: ${key} on ${id} is not shown`);
    }
  }
}

interface Scene {
  readonly ground: Ground;
  readonly device: Device;
  readonly ledger: Ledger;
  /** A word that nobody has said yet. */
  readonly word: string;
}

async function act(step: Step, scene: Scene): Promise<unknown> {
  const { ground, device } = scene;
  switch (step.do) {
    case 'cut':
      if (device.online.now) device.befell.note('network cut');
      return device.online.set(false);
    case 'join':
      return device.online.set(true);
    case 'fill':
      return ground.fill(true);
    case 'empty':
      return ground.fill(false);
    case 'storm':
      return ground.storm(step.weather);
    case 'clock':
      return ground.offBy(step.off);
    case 'pass':
      return ground.pass(step.time);
    case 'open':
      return device.open();
    case 'switch':
      return device.turn();
    case 'close':
      return device.shut();
    case 'kill':
      return device.front.life.light(step.fuse);
    case 'wake':
      return device.front.house.sync.wake();
    case 'retry':
      return device.retry();
    case 'refresh':
      return void device.front.house.sync.refresh([...ground.written]);
    default:
      return say(step, scene);
  }
}

type Saying = Extract<
  Step,
  {
    do:
      | 'publish'
      | 'edit'
      | 'remove'
      | 'set'
      | 'unset'
      | 'send'
      | 'create'
      | 'replace'
      | 'unmake'
      | 'say'
      | 'amend'
      | 'hush'
      | 'react';
  }
>;

/** What the person writes, and what they are told of it. */
async function say(step: Saying, { ground, device, ledger, word }: Scene): Promise<void> {
  const tab = await device.alive();
  const { house } = tab;
  device.locks.asking = tab.life;
  const pick = <T>(from: readonly T[]): T | undefined =>
    'which' in step ? from[step.which % from.length] : undefined;
  const change = (write: Omit<Write, 'label'>) => house.sync.change([{ ...write, label: word }]);
  const raw = (which: number) => `${ground.me.storage}raw/${which % 3}.ttl`;
  const told = async (line: Line, becomes: string | null, work: () => Promise<unknown>) => {
    ledger.writes++;
    if (TALK.has(step.do)) ledger.talk++;
    const before = line.allowed;
    // Until it is said, both may be; when the tab dies first, both stay possible.
    Object.assign(line, { allowed: [becomes, ...before], sure: false });
    if (await saved(tab, work)) Object.assign(line, { allowed: [becomes], sure: true });
  };
  const alive = ledger.alive(ledger.posts);
  switch (step.do) {
    case 'publish': {
      const line = { key: word, audience: step.audience, allowed: [null], sure: false };
      ledger.posts.push(line);
      return told(line, word, async () =>
        Object.assign(line, { id: (await publish(house, { text: word, audience: step.audience })).post })
      );
    }
    case 'edit':
    case 'remove': {
      const post = pick(alive);
      if (!post) return;
      const work = step.do === 'edit' ? () => edit(house, post.id!, word) : () => remove(house, post.id!);
      return told(post, step.do === 'edit' ? word : null, work);
    }
    case 'say': {
      const chat = pick(ledger.chats)!;
      const line: WordLine = { key: word, chat, allowed: [null], sure: false };
      ledger.words.push(line);
      return told(line, word, async () =>
        Object.assign(line, { id: (await send(house, chat, { text: word })).message })
      );
    }
    case 'amend':
    case 'hush': {
      const line = pick(ledger.alive(ledger.words));
      if (!line) return;
      const work =
        step.do === 'amend' ? () => editMessage(house, line.id!, word) : () => deleteMessage(house, line.id!);
      return told(line, step.do === 'amend' ? word : null, work);
    }
    case 'react': {
      const to = pick(ledger.alive(ledger.words));
      if (!to) return;
      const is = ({ id, key }: Line) => id === to.id && key === step.emoji;
      const fresh = { key: step.emoji, id: to.id, chat: to.chat, allowed: [null], sure: false };
      const line = ledger.reactions.find(is) ?? fresh;
      if (line === fresh) ledger.reactions.push(line);
      return told(line, step.emoji, () => react(house, to.id!, step.emoji));
    }
    case 'set': {
      const document = raw(step.which);
      const line: Line = { key: word, id: document, allowed: [null], sure: false };
      ledger.values.push(line);
      const insert = [quad(`${document}#1`, SAYS, text(word))];
      return told(line, word, () => change({ document, intent: { kind: 'patch', insert, delete: [] } }));
    }
    case 'unset': {
      const line = pick(ledger.alive(ledger.values));
      if (!line) return;
      const gone = [quad(`${line.id}#1`, SAYS, text(line.key))];
      return told(line, null, () =>
        change({ document: line.id!, intent: { kind: 'patch', insert: [], delete: gone } })
      );
    }
    case 'send': {
      const line: Line = { key: word, allowed: [null], sure: false };
      ledger.messages.push(line);
      const document = `${ground.me.storage}inbox/`;
      return told(line, word, () =>
        change({ document, intent: { kind: 'send', turtle: turtle(document, word) } })
      );
    }
    case 'create': {
      const id = `${ground.me.storage}raw/${word}.ttl`;
      const line: Line = { key: word, id, allowed: [null], sure: false };
      ledger.documents.push(line);
      const intent = { kind: 'create', body: turtle(id, word), contentType: 'text/turtle' } as const;
      return told(line, word, () => change({ document: id, intent }));
    }
    default: {
      const line = pick(ledger.alive(ledger.documents));
      if (!line) return;
      const body = turtle(line.id!, word);
      const intent =
        step.do === 'unmake'
          ? ({ kind: 'remove' } as const)
          : ({ kind: 'replace', body, contentType: 'text/turtle' } as const);
      return told(line, step.do === 'unmake' ? null : word, () => change({ document: line.id!, intent }));
    }
  }
}

/** Whether the person was told that it is saved; false when the tab died before that. */
async function saved(tab: Tab, work: () => Promise<unknown>): Promise<boolean> {
  const told = work().then(
    () => true,
    (error: unknown) => {
      // Nothing may be lost: a post of ours that cannot be found is.
      throw error instanceof NoSuchPost ? new Error(`The post ${error.post} is not there`) : error;
    }
  );
  return Promise.race([told, tab.life.end.then(() => false)]);
}
