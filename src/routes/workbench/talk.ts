import type { ChatView } from '#lib/ui/chat.ts';
import type { MessageView } from '#lib/ui/message.ts';
import { people } from './people.ts';

const minutes = (count: number) => Date.now() - count * 60_000;
const plain = { isMine: false, reactions: [], signs: [] } as const;

/** A conversation with everything that can stand in one. */
export const talk: { message: MessageView; first: boolean; last: boolean }[] = [
  {
    message: {
      ...plain,
      id: 'm1',
      author: people.anna,
      at: minutes(50),
      body: { kind: 'text', text: 'Who brings the *big* pot on Friday?' }
    },
    first: true,
    last: false
  },
  {
    message: {
      ...plain,
      id: 'm2',
      author: people.anna,
      at: minutes(49),
      edited: minutes(40),
      body: { kind: 'text', text: 'The one from last year is with https://example.org/the/choir/kitchen' },
      reactions: [
        { emoji: '👍', count: 3, isMine: true, who: 'You, Tom O’Brien and X' },
        { emoji: '🎉', count: 1, isMine: false, who: people.long.name }
      ],
      replies: 2
    },
    first: false,
    last: true
  },
  {
    message: {
      ...plain,
      id: 'm3',
      author: people.omar,
      at: minutes(30),
      body: { kind: 'text', text: 'سأحضر القدر الكبير والخبز أيضاً' },
      quote: { id: 'm1', name: people.anna.name, text: 'Who brings the *big* pot on Friday?' }
    },
    first: true,
    last: true
  },
  {
    message: {
      ...plain,
      id: 'm4',
      author: people.long,
      at: minutes(20),
      body: { kind: 'text', text: `I am ${people.long.name}, says somebody.` },
      signs: ['This message is not signed. Anybody who may write here could have written it in this name.']
    },
    first: true,
    last: false
  },
  {
    message: {
      ...plain,
      id: 'm5',
      author: people.long,
      at: minutes(20),
      body: { kind: 'note', text: 'Deleted.' }
    },
    first: false,
    last: true
  },
  {
    message: {
      ...plain,
      id: 'm6',
      isMine: true,
      author: people.tom,
      at: minutes(9),
      state: 'sent',
      body: { kind: 'text', text: 'Good. I bring:\n\n- plates\n- two cakes' },
      quote: { id: 'm3', name: people.omar.name, text: 'سأحضر القدر الكبير والخبز أيضاً' },
      reactions: [{ emoji: '❤️', count: 1, isMine: false, who: 'Anna Weber' }]
    },
    first: true,
    last: false
  },
  {
    message: {
      ...plain,
      id: 'm7',
      isMine: true,
      author: people.tom,
      at: minutes(8),
      state: 'sent',
      body: { kind: 'picture', name: 'cake.jpg', src: '/icon.svg' }
    },
    first: false,
    last: false
  },
  {
    message: {
      ...plain,
      id: 'm8',
      isMine: true,
      author: people.tom,
      at: minutes(2),
      state: 'waiting',
      body: { kind: 'file', name: 'the-whole-programme-of-the-autumn-with-all-rehearsals-2026.pdf' }
    },
    first: false,
    last: false
  },
  {
    message: {
      ...plain,
      id: 'm9',
      isMine: true,
      author: people.tom,
      at: minutes(1),
      state: 'refused',
      problem: { title: 'Anna’s space is full.', text: 'Anna has to make room in it. Try again later.' },
      body: { kind: 'text', text: 'And spoons.' }
    },
    first: false,
    last: true
  },
  {
    message: {
      ...plain,
      id: 'm10',
      author: people.mei,
      at: minutes(1),
      body: { kind: 'picture', name: 'far.jpg', ask: 'A picture from another place: images.example' }
    },
    first: true,
    last: true
  }
];

export const chatRows: ChatView[] = [
  {
    id: 'c1',
    href: '?only=talk&c=1',
    title: 'Choir',
    faces: [],
    isGroup: true,
    last: 'Omar: سأحضر القدر الكبير والخبز أيضاً',
    at: minutes(3),
    unread: 3,
    unreadLabel: '3 new messages',
    isPinned: true
  },
  {
    id: 'c2',
    href: '?only=talk&c=2',
    title: people.long.name,
    faces: [people.long],
    isGroup: false,
    last: 'You: a long line about the programme of the autumn, and everything that goes with it, and more',
    at: minutes(60 * 26),
    unread: 0,
    isMuted: true
  },
  {
    id: 'c3',
    href: '?only=talk&c=3',
    title: 'Mei, X and Omar',
    faces: [people.mei, people.x],
    isGroup: false,
    at: minutes(60 * 24 * 40),
    unread: 50,
    unreadIsMore: true,
    unreadLabel: 'more than 50 new messages',
    trouble: 'Cannot be read just now'
  }
];
