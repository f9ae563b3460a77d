import { accept, offer, reject, undo } from '#lib/people/friend-activity.shape.ts';
import { addressBook, groupIndex, personEntry } from '#lib/people/address-book.shape.ts';
import { contact, webAddress } from '#lib/people/contact.shape.ts';
import { group, memberLink } from '#lib/people/group.shape.ts';
import { invite } from '#lib/people/invite.shape.ts';
import { profile } from '#lib/people/profile.shape.ts';
import { relationship, streams } from '#lib/people/relationship.shape.ts';
import { subscription } from '#lib/people/subscription.shape.ts';
import { typeRegistration } from '#lib/people/type-registration.shape.ts';
import { postDelete, postUpdate, tombstone } from '#lib/posts/post-change.shape.ts';
import { post } from '#lib/posts/post.shape.ts';
import { recentPage } from '#lib/posts/recent-page.shape.ts';
import { write } from '#lib/rdf/shape.ts';
import { quad, text, type Quad } from '#lib/rdf/terms.ts';
import { AS, FOAF, SIOC, VCARD } from '#lib/rdf/vocab.ts';
import { CHATS } from './ours-chats.testing.ts';

const annas = 'https://anna.example/';
const bens = 'https://ben.example/';
const anna = `${annas}profile/card#me`;
const ben = `${bens}profile/card#me`;
const day = `${annas}public/timeline/2026/2026-11-21.ttl`;
const page = `${annas}public/timeline/recent.ttl`;
const annasWord = `${annas}social/r01kb/relationship.ttl`;
const bensWord = `${bens}social/r01kc/relationship.ttl`;
const book = `${annas}contacts/index.ttl#this`;
const person = `${annas}contacts/Person/5d1c7c2e-8a51-4bb1-9a0c-0f4c1f3f7f10/index.ttl`;
const friends = `${annas}contacts/Group/Friends.ttl`;
const at = (time: string) => new Date(`2026-11-21T${time}Z`);

const hello = {
  id: `${day}#p01kb1`,
  content: 'Hello from my own space.\n\nThe second paragraph, with *weight*.',
  mediaType: 'text/markdown',
  published: at('09:30:00'),
  updated: at('09:40:00'),
  author: anna,
  to: [AS.Public]
};
const reply = {
  id: `${day}#p01kb2`,
  content: 'Yes, and here is a picture.',
  published: at('10:05:00'),
  author: anna,
  replyTo: `${bens}public/timeline/2026/2026-11-20.ttl#p01ka9`,
  attachments: [`${annas}public/pictures/harbour.jpg`],
  warning: 'Boats',
  to: [AS.Public],
  tags: [ben]
};
const said = (word: string) => ({
  actor: ben,
  target: anna,
  object: `${annasWord}#offer`,
  published: at('12:00:00'),
  id: `${bensWord}#${word}`
});
const bond = { subject: ben, relationship: FOAF.knows, object: anna, id: `${bensWord}#relationship` };
const asked = {
  id: `${annasWord}#offer`,
  actor: anna,
  target: ben,
  object: `${annasWord}#relationship`,
  published: at('11:00:00'),
  token: 'q7pYw2n8'
};

/** Every document we write, as example file -> [its URL, its statements]. */
export const OURS: Record<string, [string, Quad[]]> = {
  profile: [
    `${annas}profile/card`,
    write(profile, {
      id: anna,
      name: 'Anna Weber',
      picture: `${annas}public/pictures/me.jpg`,
      about: 'Gardens, boats, long letters.',
      inbox: `${annas}inbox/`,
      storage: [annas],
      preferences: `${annas}settings/prefs.ttl`,
      publicTypeIndex: `${annas}settings/publicTypeIndex.ttl`,
      issuers: ['https://provider.example/'],
      timeline: `${annas}public/timeline/2026/`,
      recent: page,
      friends: [ben]
    })
  ],
  day: [
    day,
    [
      ...write(post, hello),
      ...write(post, reply),
      ...write(tombstone, { id: `${day}#p01kb0`, formerType: AS.Note, deleted: at('09:00:00') })
    ]
  ],
  'recent-page': [
    page,
    [
      ...write(recentPage, {
        id: page,
        owner: anna,
        next: day,
        partOf: `${annas}public/timeline/`,
        updated: at('10:05:00'),
        items: [hello.id, reply.id]
      }),
      ...write(post, hello),
      ...write(post, reply),
      ...write(postUpdate, {
        id: `${page}#act-01kb3`,
        actor: anna,
        object: hello.id,
        published: at('09:40:00')
      }),
      ...write(postDelete, {
        id: `${page}#act-01kb4`,
        actor: anna,
        object: `${day}#p01kb0`,
        published: at('09:00:00')
      })
    ]
  ],
  'friend-request': [
    annasWord,
    [
      ...write(offer, asked),
      ...write(relationship, { id: asked.object, subject: anna, relationship: FOAF.knows, object: ben }),
      ...write(streams, { id: anna, recent: [`${annas}social/friends/recent.ttl`] })
    ]
  ],
  'friend-request-in-inbox': [
    `${bens}inbox/01kb5.ttl`,
    write(offer, { ...asked, id: `${bens}inbox/01kb5.ttl`, origin: asked.id })
  ],
  'friend-yes': [
    bensWord,
    [
      ...write(accept, said('accept')),
      ...write(relationship, bond),
      ...write(streams, { id: ben, recent: [`${bens}social/friends/recent.ttl`] })
    ]
  ],
  'friend-no': [bensWord, write(reject, said('reject'))],
  'friend-end': [
    bensWord,
    [
      ...write(accept, said('accept')),
      ...write(relationship, bond),
      ...write(undo, { ...said('undo'), object: `${bensWord}#accept`, published: at('18:00:00') })
    ]
  ],
  subscriptions: [
    `${annas}settings/subscriptions.ttl`,
    write(subscription, {
      id: `${annas}settings/subscriptions.ttl#s01kb6`,
      subject: anna,
      relationship: FOAF.knows,
      object: ben,
      name: 'Ben',
      origin: annasWord,
      target: bensWord,
      confirmed: `${bensWord}#accept`,
      streams: [`${bens}social/friends/recent.ttl`],
      published: at('12:01:00')
    })
  ],
  invites: [
    `${annas}settings/invites.ttl`,
    write(invite, {
      id: `${annas}settings/invites.ttl#i01kb7`,
      actor: anna,
      token: 'q7pYw2n8',
      published: at('08:00:00'),
      endTime: new Date('2026-12-21T08:00:00Z'),
      result: asked.id
    }).concat(
      write(invite, {
        id: `${annas}settings/invites.ttl#i01kb8`,
        actor: anna,
        token: 'b7Xc2m9Tq4',
        published: at('09:00:00'),
        endTime: new Date('2026-12-21T09:00:00Z'),
        object: `${annas}chats/c01kaj9z7v0chat0000000000gr/index.ttl#this`,
        deleted: at('10:00:00')
      })
    )
  ],
  'address-book': [
    `${annas}contacts/index.ttl`,
    write(addressBook, {
      id: book,
      title: 'Contacts',
      owner: anna,
      people: `${annas}contacts/people.ttl`,
      groups: `${annas}contacts/groups.ttl`
    })
  ],
  'address-book-people': [
    `${annas}contacts/people.ttl`,
    write(personEntry, { id: `${person}#this`, book, name: 'Ben' })
  ],
  'address-book-groups': [
    `${annas}contacts/groups.ttl`,
    [
      ...write(groupIndex, { id: book, groups: [`${friends}#this`] }),
      ...write(group, { id: `${friends}#this`, name: 'Friends' })
    ]
  ],
  'address-book-group': [
    friends,
    [
      ...write(groupIndex, { id: book, groups: [`${friends}#this`] }),
      ...write(group, { id: `${friends}#this`, name: 'Friends', members: [ben] }),
      quad(`${person}#this`, VCARD.fn, text('Ben')),
      ...write(memberLink, { id: ben, contacts: [`${person}#this`] })
    ]
  ],
  'address-book-person': [
    person,
    [
      ...write(contact, { id: `${person}#this`, name: 'Ben', addresses: [`${person}#webid`] }),
      ...write(webAddress, { id: `${person}#webid`, value: ben })
    ]
  ],
  'type-index': [
    `${annas}settings/publicTypeIndex.ttl`,
    [
      ...[AS.Note, SIOC.Post].flatMap((forClass, i) =>
        write(typeRegistration, {
          id: `${annas}settings/publicTypeIndex.ttl#t01kb${i}`,
          forClass,
          containers: [`${annas}public/timeline/`]
        })
      ),
      ...write(typeRegistration, {
        id: `${annas}settings/publicTypeIndex.ttl#t01kb8`,
        forClass: VCARD.AddressBook,
        instances: [book]
      })
    ]
  ],
  ...CHATS
};
