import { hasBeen, leftAt, takesPart } from '#lib/chats/index-statements.ts';
import { joinLetter, leaveLetter, refusalLetter } from '#lib/chats/letters/letter.shape.ts';
import { publicKeyIn } from '#lib/chats/keys.question.ts';
import {
  chatMessage,
  longChat,
  longChatInvite,
  privateKey,
  publicKey,
  reaction
} from '#lib/chats/long-chat.shape.ts';
import { privateKeyIn } from '#lib/chats/signing-key.ts';
import { DELETED, deletionId, editId, messageId, threadOf, reactionId } from '#lib/chats/minted.ts';
import { keptChat } from '#lib/chats/mine.ts';
import { comesAfter, deletedAt, inThread, listed, replaced, threadOn } from '#lib/chats/statements.ts';
import { readMarker } from '#lib/chats/reading/read-marker.shape.ts';
import { momentAt } from '#lib/people/moment.ts';
import { typeRegistration } from '#lib/people/type-registration.shape.ts';
import { write, type Given } from '#lib/rdf/shape.ts';
import { iri, quad, type Quad } from '#lib/rdf/terms.ts';
import { DCT, MEETING, RDF, SCHEMA, SOLID } from '#lib/rdf/vocab.ts';
import { PROOFS, PUBLIC_KEYS } from './proofs.testing.ts';

const annas = 'https://anna.example/';
const anna = `${annas}profile/card#me`;
const ben = 'https://ben.example/profile/card#me';
const cleo = 'https://cleo.example/profile/card#me';
const dora = 'https://dora.example/profile/card#me';
const proof = 'c0'.repeat(64);
const pair = `${annas}chats/c01kaj9z7v0chat0000000000pr/index.ttl`;
const group = `${annas}chats/c01kaj9z7v0chat0000000000gr/index.ttl`;
const chat = `${group}#this`;
const folder = group.replace('index.ttl', '2026/11/');
const day = `${folder}21/chat.ttl`;
const kept = `${annas}settings/chats.ttl`;
const marker = `${annas}chats/read-0fd0b4f5ab1a7d0f92b1a9c3/now.ttl`;
const bens = 'https://ben.example/chats/c01kaj9z7v0chat0000000000nt/index.ttl#this';
const copy = `${annas}chats/copy-5be9f0c1d2a3b4c5d6e7f809/index.ttl`;
const index = `${annas}settings/privateTypeIndex.ttl`;

/** The n-th minute; names that can be told apart. */
const minute = (n: number) => ({
  ...momentAt(new Date(Date.UTC(2026, 10, 21, 9, n))),
  ulid: `01KAJ9Z7V0CHAT000000000${String(n).padStart(3, '0')}`
});
const at = (n: number) => minute(n).at;

const [soup, slip, photo] = [1, 4, 7].map((n) => messageId(day, minute(n))) as [string, string, string];
const bread = messageId(day, minute(3), { replyTo: soup });
const both = messageId(day, minute(6), { thread: threadOf(bread) });
const ready = editId(soup, minute(2));
const gone = deletionId(slip, minute(5));
const heart = reactionId(soup, minute(8));

const says = (words: Omit<Given<typeof chatMessage>, 'proof'>): Quad[] =>
  write(chatMessage, { ...words, proof: PROOFS[words.id.slice(day.length + 1)] });

/** Chats, as Anna's space keeps them: example file -> [its URL, its statements]. */
export const CHATS: Record<string, [string, Quad[]]> = {
  'chat-pair': [
    pair,
    [
      ...write(longChat, { id: `${pair}#this`, title: 'Chat channel', created: at(0), author: anna }),
      ...takesPart(`${pair}#this`, anna, 'owner', at(0), `${minute(0).ulid}-0`),
      ...takesPart(`${pair}#this`, ben, 'member', at(0), `${minute(0).ulid}-1`)
    ]
  ],
  'chat-group': [
    group,
    [
      ...write(longChat, {
        id: chat,
        title: 'Boats',
        created: at(0),
        author: anna,
        picture: `${annas}public/pictures/harbour.jpg`,
        rules: 'Whoever uses the last tar buys the next.',
        current: [day]
      }),
      ...takesPart(chat, anna, 'owner', at(0), `${minute(0).ulid}-0`),
      ...takesPart(chat, ben, 'moderator', at(0), `${minute(0).ulid}-1`),
      ...takesPart(chat, cleo, 'reader', at(9), minute(9).ulid),
      // Who looked after it once: what they took away stays away.
      ...hasBeen(chat, cleo, 'moderator', minute(10), [deletionId(slip, minute(8))]),
      ...takesPart(chat, dora, 'member', at(1), minute(1).ulid).slice(1),
      ...leftAt(chat, [`${group}#p${minute(1).ulid.toLowerCase()}`], at(11), true).insert
    ]
  ],
  'chat-day': [
    day,
    [
      comesAfter(day, `${folder}20/chat.ttl`),
      ...[soup, bread, slip, both, photo].map((message) => listed(chat, message)),
      ...says({ id: soup, content: 'Soup is on the stove.', created: at(1), maker: anna }),
      ...says({ id: ready, content: 'Soup is *ready*.', created: at(2), maker: anna }),
      replaced(soup, ready),
      ...says({
        id: bread,
        content: 'With bread, Anna?',
        created: at(3),
        maker: ben,
        replyTo: soup,
        mentions: [anna]
      }),
      ...says({ id: slip, content: 'Wrong window', created: at(4), maker: ben }),
      ...says({ id: gone, content: DELETED, created: at(5), maker: ben }),
      replaced(slip, gone),
      deletedAt(gone, at(5)),
      ...threadOn(bread),
      ...says({ id: both, content: 'With both kinds.', created: at(6), maker: anna }),
      inThread(threadOf(bread), both),
      ...says({ id: photo, content: `${folder}21/soup.jpg`, created: at(7), maker: anna }),
      quad(heart, RDF.type, iri(SCHEMA.LikeAction)),
      ...write(reaction, {
        id: heart,
        target: soup,
        person: ben,
        emoji: '❤️',
        created: at(8),
        proof: PROOFS[heart.slice(day.length + 1)]
      })
    ]
  ],
  'chat-public-key': [
    publicKeyIn(annas),
    write(publicKey, { id: anna, publicKey: PUBLIC_KEYS[anna]! })
  ],
  // Nobody's: the number one.
  'chat-private-key': [
    privateKeyIn(annas),
    write(privateKey, { id: anna, privateKey: `${'0'.repeat(63)}1` })
  ],
  'chat-invite': [
    'https://ben.example/inbox/01kb9.ttl',
    write(longChatInvite, {
      id: 'https://ben.example/inbox/01kb9.ttl',
      chat,
      actor: anna,
      published: at(9),
      proof
    })
  ],
  'chat-join': [
    `${annas}inbox/01kb10.ttl`,
    write(joinLetter, {
      id: `${annas}inbox/01kb10.ttl`,
      actor: dora,
      chat,
      owner: anna,
      published: at(12),
      code: '5e'.repeat(32),
      proof
    })
  ],
  'chat-leave': [
    `${annas}inbox/01kb11.ttl`,
    write(leaveLetter, { id: `${annas}inbox/01kb11.ttl`, actor: dora, chat, published: at(11), proof })
  ],
  'chat-refusal': [
    'https://dora.example/inbox/01kb12.ttl',
    write(refusalLetter, {
      id: 'https://dora.example/inbox/01kb12.ttl',
      actor: anna,
      chat,
      person: dora,
      published: at(13),
      proof
    })
  ],
  'chats-kept': [
    kept,
    write(joinLetter, {
      id: `${kept}#j01kb8`,
      actor: anna,
      chat: 'https://ben.example/chats/c01kaj9z7v0chat0000000000tr/index.ttl#this',
      owner: ben,
      published: at(5),
      code: '7a'.repeat(32),
      proof,
      title: 'Trains',
      until: new Date('2026-12-21T08:00:00Z'),
      refused: at(6)
    }).concat(write(keptChat, {
      id: `${kept}#c01kb9`,
      chat,
      read: [at(7)],
      from: [at(0)],
      labels: [`${kept}#pinned`, `${kept}#muted`]
    }))
  ],
  'chat-read-marker': [marker, write(readMarker, { id: `${marker}#it`, reader: anna, chat, until: at(7) })],
  'chat-copy': [
    copy,
    [
      quad(`${copy}#this`, DCT.source, iri(bens)),
      quad(`${copy}#this`, DCT.hasPart, iri(bens.replace('index.ttl#this', '2026/11/21/chat.ttl'))),
      ...write(longChat, { id: bens, title: 'Nets', created: at(0), author: ben }),
      ...takesPart(bens, ben, 'owner', at(0), `${minute(0).ulid}-0`),
      ...takesPart(bens, anna, 'member', at(0), `${minute(0).ulid}-1`)
    ]
  ],
  'private-type-index': [
    index,
    [
      ...[SOLID.TypeIndex, SOLID.UnlistedDocument].map((kind) => quad(index, RDF.type, iri(kind))),
      ...write(typeRegistration, { id: `${index}#c01kb9`, forClass: MEETING.LongChat, instances: [chat] })
    ]
  ]
};
