import { iri, quad, text } from '#lib/rdf/terms.ts';
import { AS } from '#lib/rdf/vocab.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normal } from './access.ts';
import type { Access, Mode, Pod } from './pod.ts';
import type { Cast } from './pod.contract.ts';
import { outcome } from './outcome.testing.ts';

const turtle = 'text/turtle';
const body = `<#it> a <${AS.Note}>; <${AS.content}> "one".`;

/** The folders of the table: what bob, everyone signed in and everyone may do there. Anna owns them all. */
const FOLDERS: Record<string, { everyone?: Mode[]; signedIn?: Mode[]; bob?: Mode[] }> = {
  closed: {},
  shown: { bob: ['read'] },
  joint: { bob: ['read', 'write'] },
  guest: { bob: ['read', 'append'] },
  open: { everyone: ['read'] },
  members: { signedIn: ['read'] },
  drop: { signedIn: ['append'] },
  deputy: { bob: ['read', 'control'] }
};

type Try = (pod: Pod, folder: string, url: string) => Promise<unknown>;
const VERBS: Record<string, Try> = {
  read: (pod, _, url) => pod.read(url),
  readBlob: (pod, _, url) => pod.readBlob(url),
  list: (pod, folder) => pod.list(folder),
  create: (pod, folder) => pod.create(`${folder}${crypto.randomUUID()}`, body, turtle),
  post: (pod, folder) => pod.post(folder, body, turtle),
  insert: (pod, _, url) => pod.patch(url, { insert: [quad(`${url}#it`, AS.to, iri(AS.Public))], delete: [] }),
  change: (pod, _, url) =>
    pod.patch(url, { insert: [], delete: [quad(`${url}#it`, AS.content, text('one'))] }),
  replace: (pod, _, url) => pod.replace(url, body, turtle),
  remove: (pod, _, url) => pod.remove(url),
  access: (pod, folder) => pod.access(folder)
};

const ALL = Object.keys(VERBS);
const READING = ['read', 'readBlob', 'list'];
/** What bob and somebody who is not signed in can do, by folder; all else is refused. Anna can do everything. */
const ALLOWED: Record<string, { bob: string[]; nobody: string[] }> = {
  closed: { bob: [], nobody: [] },
  shown: { bob: READING, nobody: [] },
  joint: { bob: ALL.filter((verb) => verb !== 'access'), nobody: [] },
  guest: { bob: [...READING, 'post'], nobody: [] },
  open: { bob: READING, nobody: READING },
  members: { bob: READING, nobody: [] },
  drop: { bob: ['post'], nobody: [] },
  deputy: { bob: [...READING, 'access'], nobody: [] }
};

const rows = Object.keys(FOLDERS).flatMap((folder) => ALL.map((verb) => [folder, verb] as const));

/** What `setAccess` promises, held against what the server then does. */
export function accessContract(setUp: () => Promise<Cast>): void {
  let cast: Cast;
  const at = (folder: string) => `${cast.anna.storage}access/${folder}/`;
  const ruleOf = (folder: string): Access => {
    const { everyone = [], signedIn = [], bob } = FOLDERS[folder]!;
    return { owner: [cast.anna.webId], everyone, signedIn, people: bob ? { [cast.bob.webId]: bob } : {} };
  };
  beforeAll(async () => {
    cast = await setUp();
    for (const folder of Object.keys(FOLDERS)) {
      await cast.anna.pod.setAccess(at(folder), ruleOf(folder));
      await cast.anna.pod.create(`${at(folder)}kept`, body, turtle);
    }
  });
  afterAll(() => cast.stop());

  it.each(rows)('in "%s", %s is for those it is for', async (folder, verb) => {
    const people = { anna: cast.anna.pod, bob: cast.bob.pod, nobody: cast.nobody };
    const verdicts: Record<string, string> = {};
    for (const [who, pod] of Object.entries(people)) {
      const spent = verb === 'change' || verb === 'remove';
      const url = `${at(folder)}${spent ? crypto.randomUUID() : 'kept'}`;
      if (spent) await cast.anna.pod.create(url, body, turtle);
      verdicts[who] = await outcome(VERBS[verb]!(pod, at(folder), url));
    }
    expect(verdicts).toEqual({
      anna: 'ok',
      bob: ALLOWED[folder]!.bob.includes(verb) ? 'ok' : 'forbidden',
      nobody: ALLOWED[folder]!.nobody.includes(verb) ? 'ok' : 'unauthorised'
    });
  });

  describe('what was said', () => {
    it.each(Object.keys(FOLDERS))('of "%s" is told back', async (folder) => {
      expect(await cast.anna.pod.access(at(folder))).toEqual(normal(ruleOf(folder)));
    });

    it('of a folder holds for what is in it, deep down, except leave to append', async () => {
      const url = `${at('guest')}deep/er/it`;
      await cast.anna.pod.create(url, body, turtle);
      const rule = { ...ruleOf('guest'), people: { [cast.bob.webId]: ['read'] } };
      expect(await cast.anna.pod.access(url)).toEqual(rule);
      expect(await outcome(cast.bob.pod.read(url))).toBe('ok');
      expect(await outcome(cast.nobody.read(url))).toBe('unauthorised');
    });

    it('of one document holds for that one', async () => {
      const [one, other] = ['one', 'other'].map((name) => `${at('closed')}${name}-${crypto.randomUUID()}`);
      await cast.anna.pod.create(one!, body, turtle);
      await cast.anna.pod.create(other!, body, turtle);
      await cast.anna.pod.setAccess(one!, ruleOf('shown'));
      expect(await outcome(cast.bob.pod.read(one!))).toBe('ok');
      expect(await outcome(cast.bob.pod.read(other!))).toBe('forbidden');
      expect(await cast.anna.pod.access(one!)).toEqual(normal(ruleOf('shown')));
    });

    it('of one document holds against what its folder says', async () => {
      const url = `${at('joint')}${crypto.randomUUID()}`;
      await cast.anna.pod.create(url, body, turtle);
      await cast.anna.pod.setAccess(url, ruleOf('shown'));
      expect(await outcome(cast.bob.pod.read(url))).toBe('ok');
      expect(await outcome(VERBS['insert']!(cast.bob.pod, at('joint'), url))).toBe('forbidden');
      expect(await outcome(cast.bob.pod.replace(url, body, turtle))).toBe('forbidden');
      expect(await outcome(cast.anna.pod.replace(url, body, turtle))).toBe('ok');
      expect(await cast.anna.pod.access(url)).toEqual(normal(ruleOf('shown')));
      await cast.anna.pod.setAccess(url, ruleOf('closed'));
      expect(await outcome(cast.bob.pod.read(url))).toBe('forbidden');
      expect(await outcome(cast.anna.pod.read(url))).toBe('ok');
      await cast.anna.pod.setAccess(url, ruleOf('members'));
      expect(await outcome(cast.bob.pod.read(url))).toBe('ok');
      expect(await outcome(cast.nobody.read(url))).toBe('unauthorised');
    });

    it('can be taken back', async () => {
      const folder = at('former');
      await cast.anna.pod.setAccess(folder, ruleOf('shown'));
      await cast.anna.pod.create(`${folder}it`, body, turtle);
      expect(await outcome(cast.bob.pod.read(`${folder}it`))).toBe('ok');
      await cast.anna.pod.setAccess(folder, ruleOf('closed'));
      expect(await outcome(cast.bob.pod.read(`${folder}it`))).toBe('forbidden');
      expect(await cast.anna.pod.access(folder)).toEqual(normal(ruleOf('closed')));
    });
  });

  it('the folder is there, empty, before there is anything to see in it', async () => {
    const folder = at('made');
    await cast.anna.pod.setAccess(folder, ruleOf('closed'));
    expect(await cast.anna.pod.list(folder)).toEqual([]);
    expect(await outcome(cast.nobody.list(folder))).toBe('unauthorised');
  });

  it('nobody can lock themselves out, or say something of a document that is not there', async () => {
    const pod = cast.anna.pod;
    expect(await outcome(pod.setAccess(at('closed'), { ...ruleOf('closed'), owner: [] }))).toBe('refused');
    expect(await outcome(pod.setAccess(`${at('closed')}nothing`, ruleOf('closed')))).toBe('missing');
    expect(await outcome(pod.access(at('closed')))).toBe('ok');
  });

  it('nobody else can say who may do what', async () => {
    const mine: Access = { owner: [cast.bob.webId], everyone: [], signedIn: [], people: {} };
    expect(await outcome(cast.bob.pod.setAccess(at('joint'), mine))).toBe('forbidden');
    expect(await outcome(cast.nobody.setAccess(at('open'), mine))).toBe('unauthorised');
    expect(await cast.anna.pod.access(at('joint'))).toEqual(normal(ruleOf('joint')));
  });

  it('a folder can be wider than the one around it', async () => {
    const inner = `${at('closed')}balcony/`;
    await cast.anna.pod.setAccess(inner, ruleOf('open'));
    await cast.anna.pod.create(`${inner}it`, body, turtle);
    expect(await outcome(cast.nobody.read(`${inner}it`))).toBe('ok');
    expect(await outcome(cast.nobody.list(at('closed')))).toBe('unauthorised');
  });
}
