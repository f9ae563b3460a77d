import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from './run.mjs';

const OURS = new URL('../../shapes/examples/ours/', import.meta.url);
const BASE = 'https://anna.example/';
/** Anna's examples, where Community Solid Server would keep them on disk. */
const SPACE = {
  'profile/card$.ttl': 'profile',
  'public/timeline/2026/2026-11-21.ttl': 'day',
  'public/timeline/recent.ttl': 'recent-page',
  'social/r01kb/relationship.ttl': 'friend-request',
  'settings/subscriptions.ttl': 'subscriptions',
  'settings/invites.ttl': 'invites',
  'settings/publicTypeIndex.ttl': 'type-index',
  'contacts/index.ttl': 'address-book',
  'contacts/people.ttl': 'address-book-people',
  'contacts/groups.ttl': 'address-book-groups',
  'contacts/Group/Friends.ttl': 'address-book-group',
  'contacts/Person/5d1c7c2e-8a51-4bb1-9a0c-0f4c1f3f7f10/index.ttl': 'address-book-person',
  'settings/chats.ttl': 'chats-kept',
  'settings/privateTypeIndex.ttl': 'private-type-index',
  'chats/c01kaj9z7v0chat0000000000pr/index.ttl': 'chat-pair',
  'chats/c01kaj9z7v0chat0000000000gr/index.ttl': 'chat-group',
  'chats/c01kaj9z7v0chat0000000000gr/2026/11/21/chat.ttl': 'chat-day'
};
const ACL = `@prefix acl: <http://www.w3.org/ns/auth/acl#>. <#o> a acl:Authorization; acl:mode acl:Control.`;

let space = '';
beforeEach(async () => {
  space = await mkdtemp(join(tmpdir(), 'space-'));
  for (const [file, name] of Object.entries(SPACE)) {
    await mkdir(dirname(join(space, file)), { recursive: true });
    await cp(new URL(`${name}.ttl`, OURS), join(space, file));
  }
  await write('.acl', ACL);
  await write('profile/me.jpg', 'not a picture, and not looked at');
  await write('.internal/setup/current-base-url$.ttl', "not anybody's data");
});
afterEach(() => rm(space, { recursive: true }));

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(space, file)), { recursive: true });
  await writeFile(join(space, file), text);
}

async function change(file: keyof typeof SPACE, from: string, to: string): Promise<void> {
  const text = await readFile(join(space, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(space, file), text.replace(from, to));
}

async function shapes(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const code = await run(args, (line) => lines.push(line));
  return { code, text: lines.join('\n') };
}

const check = () => shapes('--base', BASE, space);

it('passes a good space', async () => {
  const { code, text } = await check();
  expect(text.trim()).toBe('18 documents, 47 things with a shape: no fault.');
  expect(code).toBe(0);
});

type Plant = [name: string, file: keyof typeof SPACE, from: string, to: string, said: string];
const PLANTED: Plant[] = [
  [
    'a missing text',
    'public/timeline/2026/2026-11-21.ttl',
    'sioc:content "Yes, and here is a picture.";',
    '',
    '#p01kb2 (A post): sioc:content is missing.'
  ],
  [
    'two words that differ',
    'public/timeline/2026/2026-11-21.ttl',
    'sioc:content "Yes,',
    'sioc:content "No,',
    '#p01kb2 (A post): sioc:content does not say the same as as:content.'
  ],
  [
    'a missing type',
    'public/timeline/2026/2026-11-21.ttl',
    'a sioc:Post, ',
    'a ',
    '#p01kb1 (A post): the type sioc:Post is missing.'
  ],
  [
    'a second author',
    'public/timeline/recent.ttl',
    'as:attributedTo <https://anna.example/profile/card#me>',
    'as:attributedTo <https://anna.example/profile/card#me>, <https://ben.example/#me>',
    'as:attributedTo has 2 values'
  ],
  [
    'a time that is none',
    'social/r01kb/relationship.ttl',
    '2026-11-21T11:00:00.000Z',
    'yesterday',
    '#offer (A friend request): as:published is the text "yesterday" (xsd:dateTime), and should be a moment like'
  ],
  [
    'a text for an IRI',
    'profile/card$.ttl',
    'ldp:inbox <https://anna.example/inbox/>',
    'ldp:inbox "inbox/"',
    '#me (A profile): ldp:inbox is the text "inbox/", and should be an IRI.'
  ],
  [
    'a nameless thing for an IRI',
    'settings/publicTypeIndex.ttl',
    'solid:instance <https://anna.example/contacts/index.ttl#this>',
    'solid:instance []',
    'solid:instance is a nameless thing, and should be an IRI.'
  ],
  [
    'a language where none belongs',
    'contacts/people.ttl',
    'vcard:fn "Ben"',
    'vcard:fn "Ben"@en',
    'vcard:fn is the text "Ben" (in the language "en"), and should be a plain text'
  ],
  [
    'an invitation without a token',
    'settings/invites.ttl',
    'dct:identifier "q7pYw2n8";',
    '',
    '#i01kb7 (An invitation): dct:identifier is missing.'
  ],
  [
    'a message without its text',
    'chats/c01kaj9z7v0chat0000000000gr/2026/11/21/chat.ttl',
    'sioc:content "With both kinds.";',
    '',
    '#Msg01KAJ9Z7V0CHAT000000000006-t01KAJ9Z7V0CHAT000000000003 (A message): sioc:content is missing.'
  ],
  [
    'a message without a maker',
    'chats/c01kaj9z7v0chat0000000000gr/2026/11/21/chat.ttl',
    'foaf:maker <https://ben.example/profile/card#me>;\n',
    '',
    '(A message): foaf:maker is missing.'
  ],
  [
    'an edit without its text',
    'chats/c01kaj9z7v0chat0000000000gr/2026/11/21/chat.ttl',
    'sioc:content "Soup is *ready*.";',
    '',
    '-e01KAJ9Z7V0CHAT000000000002 (An edit or a deletion): sioc:content is missing.'
  ],
  [
    'a part of a chat without a person',
    'chats/c01kaj9z7v0chat0000000000gr/index.ttl',
    'wf:participant <https://cleo.example/profile/card#me>',
    'wf:participant "Cleo"',
    '(A part in a chat): wf:participant is the text "Cleo", and should be an IRI.'
  ],
  ['broken Turtle', 'contacts/groups.ttl', '"Friends"', '"Friends', 'not Turtle:']
];

describe('names a planted fault:', () => {
  it.each(PLANTED)('%s', async (_name, file, from, to, said) => {
    await change(file, from, to);
    const { code, text } = await check();
    expect(text).toContain(`\n${file}\n`);
    expect(text).toContain(said);
    expect(text).toMatch(/Right: [A-Z].*\./);
    expect(code).toBe(1);
  });

  it('once, where one of two words is missing or differs', async () => {
    await change('public/timeline/2026/2026-11-21.ttl', 'sioc:content "Yes, and here is a picture.";', '');
    expect((await check()).text).toContain(' 1 fault.');
    await change('public/timeline/recent.ttl', 'sioc:content "Yes,', 'sioc:content "No,');
    expect((await check()).text).toContain(' 2 faults.');
  });

  it('an empty access document', async () => {
    await write('public/.acl', '# nothing left');
    expect((await check()).text).toContain('nobody can open what it guards');
  });

  it('each with its document and thing as JSON', async () => {
    await change('profile/card$.ttl', 'foaf:knows <https://ben.example/profile/card#me>', 'foaf:knows "Ben"');
    const { code, text } = await shapes('--json', '--base', BASE, space);
    const { faults, documents } = JSON.parse(text);
    expect(documents).toBe(18);
    expect(faults).toEqual([
      {
        file: 'profile/card$.ttl',
        url: `${BASE}profile/card`,
        subject: `${BASE}profile/card#me`,
        shape: 'A profile',
        wrong: 'foaf:knows is the text "Ben", and should be an IRI',
        right: 'Friends are named by WebID, not as text and not nested.',
        severity: 'fault'
      }
    ]);
    expect(code).toBe(1);
  });
});

it('gives advice without failing', async () => {
  await change('profile/card$.ttl', 'vcard:fn "Anna Weber";', '');
  const { code, text } = await check();
  expect(text).toContain('advice  #me (A profile): vcard:fn is missing.');
  expect(text).toContain('no fault, 1 piece of advice');
  expect(code).toBe(0);
});

it('names a fault once where replacements go in a circle', async () => {
  const file = 'chats/c01kaj9z7v0chat0000000000gr/2026/11/21/chat.ttl';
  await change(file, 'sioc:content "Soup is *ready*.";', '');
  const first = '#Msg01KAJ9Z7V0CHAT000000000001';
  const text = await readFile(join(space, file), 'utf8');
  await write(file, `${text}\n<${first}-e01KAJ9Z7V0CHAT000000000002> dct:isReplacedBy <${first}>.`);
  expect((await check()).text).toContain(' 1 fault.');
});

it.each([
  [[], 'Which folder or URL?'],
  [['--colour', '.'], '--colour'],
  [['--base', 'anna.example', '.'], '--base must be a URL'],
  [['no-such-folder'], 'neither a folder nor a URL'],
  [['http://127.0.0.1:9/'], 'cannot be read']
])('ends with 2 and a sentence for %j', async (args, said) => {
  const { code, text } = await shapes(...args);
  expect(text).toContain(said);
  expect(code).toBe(2);
});
