import { expect, it } from 'vitest';
import type { KnownAuthors } from '#lib/people/known-authors.svelte.ts';
import type { House } from '#lib/people/me.ts';
import type { Found } from './message-at.question.ts';
import type { Message } from './message.ts';
import { messageView } from './message-view.ts';

const chat = 'https://anna.example/chats/c1/index.ttl#this';
const anna = 'https://anna.example/card#me';
const house = {
  me: { id: 'https://tom.example/card#me', storage: 'https://tom.example/', issuer: '' },
  sync: { blob: () => new Promise(() => {}) },
  notes: {}
} as unknown as House;
const authors = { of: () => undefined } as unknown as KnownAuthors;

const message = (more: Partial<Message>): Message => ({
  id: 'https://anna.example/chats/c1/2026/11/21/chat.ttl#Msg1',
  chat,
  version: '',
  maker: anna,
  isMine: false,
  body: { kind: 'text', text: 'Soup?' },
  created: new Date(0),
  at: new Date(0),
  edited: undefined,
  signature: 'verified',
  mentions: [],
  reactions: [],
  flags: [],
  ...more
});
const view = (more: Partial<Message>, allowed = false) =>
  messageView(house, authors, message(more), { allowed });

it('tells apart what is not signed, and says nothing of what is', () => {
  expect(view({}).signs).toEqual([]);
  expect(view({ signature: 'unchecked' }).signs).toEqual([]);
  expect(view({ signature: 'unsigned' }).signs).toHaveLength(1);
  expect(view({ signature: 'bad', flags: ['tampered', 'no-content'] }).signs).toHaveLength(2);
  // On its way it is not signed in anybody's eyes yet.
  const sending = { state: 'waiting', entries: ['1'] } as const;
  expect(view({ isMine: true, signature: 'unsigned', sending }).signs).toEqual([]);
});

it('calls who is not of the chat by the whole of their address', () => {
  const maker = 'https://pods.example/tom/profile/card#me';
  expect(view({ maker }).author.name).toBe('tom');
  expect(view({ maker, flags: ['not-in-chat'] }).author.name).toBe('pods.example/tom');
});

it('shows a message of nobody, without words or without a time as such', () => {
  const odd = view({
    maker: undefined,
    signature: 'unsigned',
    flags: ['no-maker', 'no-time'],
    body: { kind: 'nothing' }
  });
  expect(odd.author).toEqual({ id: '', name: 'Somebody' });
  expect(odd.at).toBeUndefined();
  expect(odd.body.kind).toBe('note');
  expect(odd.signs).toHaveLength(2);
});

it('tells a quote that is not here yet from one that is gone', () => {
  const answering = message({ replyTo: 'https://anna.example/chats/c1/2026/11/20/chat.ttl#Msg0' });
  const quote = (asked: boolean, current: Found) =>
    messageView(house, authors, answering, { answered: { asked, current }, allowed: false }).quote?.text;
  expect(quote(false, undefined)).toBe('…');
  expect(quote(true, 'coming')).toBe('not here yet');
  expect(quote(true, undefined)).toBe('a message that is not here');
  expect(quote(true, message({}))).toBe('Soup?');
});

it('fetches a picture by itself only from where the chat lies', () => {
  const file = (url: string) => ({ kind: 'file', url, isPicture: true, name: 'a.jpg' }) as const;
  const asked = (url: string, allowed = false) => {
    const { body } = view({ body: file(url) }, allowed);
    return body.kind === 'picture' ? body.ask : undefined;
  };
  expect(asked('https://anna.example/chats/c1/2026/11/21/a.jpg')).toBeUndefined();
  expect(asked('https://tracker.example/a.jpg')).toContain('tracker.example');
  expect(asked('https://anna.example.tracker.example/a.jpg')).toContain('tracker.example');
  expect(asked('https://tracker.example/a.jpg', true)).toBeUndefined();
});

it('says whose space refused, and what one can do', () => {
  const stopped = { id: '1', kind: 'full', detail: '', document: 'https://anna.example/chats/c1/x.ttl' };
  const refused = messageView(
    house,
    authors,
    message({ isMine: true, sending: { state: 'refused', entries: ['1'], stopped } }),
    { allowed: false, owner: 'Anna' }
  );
  expect(refused.state).toBe('refused');
  expect(refused.problem?.title).toMatch(/^Anna’s space/);
});
