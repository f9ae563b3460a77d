import { describe, expect, it } from 'vitest';
import { chatMessage, longChat, longChatInvite, participation } from '#lib/chats/long-chat.shape.ts';
import { isSignedBy } from '#lib/chats/signature.ts';
import { addressBook, groupIndex, personEntry } from '#lib/people/address-book.shape.ts';
import { contact, webAddress } from '#lib/people/contact.shape.ts';
import { offer } from '#lib/people/friend-activity.shape.ts';
import { group, memberLink } from '#lib/people/group.shape.ts';
import { profile } from '#lib/people/profile.shape.ts';
import { typeRegistration } from '#lib/people/type-registration.shape.ts';
import { post } from '#lib/posts/post.shape.ts';
import { Graph } from '#lib/rdf/graph.ts';
import { read, readAll } from '#lib/rdf/shape.ts';
import { TurtleProblem } from '#lib/rdf/turtle.ts';
import { AS, DCT, FOAF, SEC, SIOC, WF } from '#lib/rdf/vocab.ts';
import { example, exampleNames } from './example.testing.ts';

const anna = 'https://anna.example/profile/card#me';
const ben = 'https://ben.example/profile/card#me';
const eva = 'https://eva.solidos.example/';

/** What our tables must make of every document of the museum. Nothing here is ever thinned out. */
const MUSEUM: Record<string, (graph: Graph, url: string) => void> = {
  'css-bare-card': (graph, url) => {
    const me = read(profile, graph, `${url}#me`);
    expect(me).toEqual({ id: `${url}#me`, storage: [], issuers: ['https://bare.example/'], friends: [] });
  },
  'solidos-profile': (graph, url) => {
    expect(read(profile, graph, `${url}#me`)).toEqual({
      id: `${eva}profile/card#me`,
      name: 'Eva Lund',
      picture: `${eva}profile/eva.png`,
      about: 'Sails. Sings.\nIn that order.',
      inbox: `${eva}inbox/`,
      storage: [eva],
      preferences: `${eva}settings/prefs.ttl`,
      publicTypeIndex: `${eva}settings/publicTypeIndex.ttl`,
      issuers: ['https://solidos.example'],
      friends: [anna, ben]
    });
  },
  'solidos-address-book': (graph) => {
    expect(readAll(addressBook, graph)).toEqual([
      {
        id: `${eva}contacts/index.ttl#this`,
        title: 'New address Book',
        owner: `${eva}profile/card#me`,
        people: `${eva}contacts/people.ttl`,
        groups: `${eva}contacts/groups.ttl`
      }
    ]);
  },
  'solidos-address-book-people': (graph) => {
    const id = `${eva}contacts/Person/7e1f/index.ttl#this`;
    expect(readAll(personEntry, graph)).toEqual([
      { id, book: `${eva}contacts/index.ttl#this`, name: 'Anna Weber' }
    ]);
  },
  'solidos-address-book-groups': (graph) => {
    const choir = `${eva}contacts/Group/Choir.ttl#this`;
    expect(read(groupIndex, graph, `${eva}contacts/index.ttl#this`)?.groups).toEqual([choir]);
    expect(readAll(group, graph)).toEqual([{ id: choir, name: 'Choir', members: [] }]);
  },
  'solidos-address-book-group': (graph) => {
    const contacts = `${eva}contacts/Person/`;
    expect(readAll(group, graph)[0]?.members).toEqual([anna, `${contacts}90ab/index.ttl#this`]);
    expect(read(memberLink, graph, anna)?.contacts).toEqual([`${contacts}7e1f/index.ttl#this`]);
  },
  'solidos-address-book-person': (graph) => {
    const [person] = readAll(contact, graph);
    expect(person?.name).toBe('Anna Weber');
    expect(person?.addresses.map((address) => read(webAddress, graph, address)?.value)).toEqual([anna]);
  },
  'solidos-type-index': (graph) => {
    expect(
      readAll(typeRegistration, graph).map(({ instances, containers }) => [instances, containers])
    ).toEqual([[[`${eva}contacts/index.ttl#this`], []]]);
  },
  'solid-social-timeline-day': (graph, url) => {
    const [first, comment] = readAll(post, graph);
    expect(first).toEqual({
      id: `${url}#post-1767441600000`,
      content: 'First frost. He said "early"!',
      published: new Date('2026-01-03T12:00:00Z'),
      author: 'https://finn.example/profile/card#me',
      attachments: [],
      to: [],
      tags: []
    });
    expect(comment).toMatchObject({ content: 'Here too.', replyTo: first?.id });
  },
  'activitypods-note': (graph) => {
    expect(readAll(post, graph)).toMatchObject([
      {
        content: '<p>Potluck on Friday, bring a chair.</p>',
        published: new Date('2025-11-14T16:21:07.123Z'),
        author: 'https://activitypods.example/gil',
        to: ['https://activitypods.example/gil/followers', AS.Public]
      }
    ]);
  },
  'activitypods-contact-request': (graph) => {
    // Another kind of offer: not ours, and never taken for one. What it offers can be followed by hand.
    expect(readAll(offer, graph)).toEqual([]);
    const request = graph.ofType(AS.Offer)[0]!;
    const add = graph.ofType(AS.Add)[0]!;
    expect(graph.has(request, AS.target, anna)).toBe(true);
    expect(graph.iris(add, AS.object)).toEqual([
      'https://activitypods.example/gil/data/vcard/individual/profile'
    ]);
  },
  'mastodon-note': (graph) => {
    expect(readAll(post, graph)).toMatchObject([
      {
        content: expect.stringContaining('Herons again'),
        published: new Date('2026-10-01T06:02:03Z'),
        author: 'https://social.example/users/hana',
        replyTo: 'https://social.example/users/hana/statuses/112',
        // Nameless pictures and tags have no IRI to keep.
        attachments: [],
        tags: [],
        to: [AS.Public]
      }
    ]);
  },
  'schema-org-posting': (graph) => {
    expect(readAll(post, graph)).toMatchObject([
      {
        content: 'The bees are out.',
        published: new Date('2026-03-20T08:00:00Z'),
        author: 'https://ivy.example/#ivy'
      }
    ]);
  },
  'untyped-profile': (graph) => {
    expect(readAll(profile, graph)).toEqual([]);
    expect(read(profile, graph, 'https://jo.example/me#jo', { untyped: true })).toMatchObject({
      name: 'Jo',
      picture: 'https://jo.example/jo.jpg',
      storage: ['https://jo.example/'],
      friends: [anna]
    });
  }
};

const leo = 'https://leo.example/profile/card#me';
const listedIn = (graph: Graph) => graph.subjects(WF.message).flatMap((id) => graph.iris(id, WF.message));

/**
 * What our tables make of the pieces of a chat, and how many messages each lists. Chats as a whole, with what the tables
 * cannot read: src/lib/chats/museum.test.ts.
 */
const CHATS: Record<string, { listed: number; reads: (graph: Graph, url: string) => void }> = {
  'ldo-chat-day': {
    listed: 3,
    // The second names its maker in another word, the third is broken off: the shape has a fault for both.
    reads: (graph) =>
      expect(listedIn(graph).map((id) => read(chatMessage, graph, id)?.content)).toEqual([
        'Is this thing on?',
        undefined,
        undefined
      ])
  },
  'ldo-chat-index': {
    listed: 0,
    // Its part has no name, so the table passes it over, and knows the chat all the same.
    reads: (graph, url) =>
      expect(readAll(longChat, graph)).toEqual([
        {
          id: `${url}#this`,
          title: 'Cats',
          author: leo,
          created: new Date('2026-03-01T00:00:00Z'),
          people: [],
          current: []
        }
      ])
  },
  'solid-chat-app': {
    listed: 2,
    reads: (graph, url) => {
      expect(readAll(longChat, graph)).toMatchObject([{ id: `${url}#this`, title: 'Allotment' }]);
      expect(read(chatMessage, graph, `${url}#msg1`)).toEqual({
        id: `${url}#msg1`,
        content: 'Who has the key to the shed?',
        created: new Date('2026-02-01T09:00:00Z'),
        maker: 'https://mia.example/profile/card#me',
        mentions: []
      });
    }
  },
  'solidos-chat-day': {
    listed: 3,
    reads: (graph) =>
      expect(readAll(chatMessage, graph).map(({ content }) => content)).toEqual([
        'The harbor is frozen',
        'The harbour is frozen',
        'Wrong window',
        '(message deleted)',
        'All of it?'
      ])
  },
  'solidos-chat-index': {
    listed: 0,
    reads: (graph, url) => {
      const [chat] = readAll(longChat, graph);
      expect(chat).toMatchObject({ title: 'Chat channel', author: `${eva}profile/card#me` });
      expect(chat?.people.map((id) => read(participation, graph, id))).toEqual([
        {
          id: `${url}#id1772352000001`,
          person: `${eva}profile/card#me`,
          since: new Date('2026-03-01T08:00:01Z'),
          color: '#d0d8c1',
          deletions: []
        },
        {
          id: `${url}#id1772352000002`,
          person: anna,
          since: new Date('2026-03-01T08:05:00Z'),
          color: '#c1d0c8',
          deletions: []
        }
      ]);
    }
  },
  'solidos-begun-index': {
    listed: 0,
    reads: (graph) => expect(readAll(longChat, graph)[0]?.people).toHaveLength(1)
  },
  'solidos-signed-day': {
    listed: 1,
    reads: (graph) =>
      expect(readAll(chatMessage, graph)).toMatchObject([
        {
          content: 'From SolidOS',
          created: new Date('2026-11-21T18:32:00Z'),
          maker: 'http://localhost:41535/sol-interop/profile/card#me'
        }
      ])
  },
  'solidos-chat-invite': {
    listed: 0,
    reads: (graph, url) =>
      expect(readAll(longChatInvite, graph)).toEqual([
        { id: url, chat: `${eva}IndividualChats/anna.example/index.ttl#this` }
      ])
  }
};

it('knows what SolidOS signed for what it is', async () => {
  const { graph } = example('foreign', 'solidos-signed-day');
  const [id] = listedIn(graph) as [string];
  const words = {
    id,
    created: graph.text(id, DCT.created)!,
    content: graph.text(id, SIOC.content)!,
    maker: graph.iris(id, FOAF.maker)[0]!
  };
  const proof = graph.text(id, SEC.proofValue)!;
  const key = 'd56fe798e7e0a1e38976e574335a36656eb4b452b809ba14e910c800e2710e1b';
  expect(await isSignedBy(words, proof, key)).toBe(true);
  expect(await isSignedBy({ ...words, created: '2026-11-21T18:32:00.000Z' }, proof, key)).toBe(false);
});

/** Documents that cannot be read, and the fault that must be named. */
const BROKEN: Record<string, { line: number; detail: RegExp }> = {
  'solid-social-timeline-broken': { line: 9, detail: /Unexpected|Invalid|escape/ }
};

it('has an expectation for every document of the museum', () => {
  expect(exampleNames('foreign')).toEqual([...Object.keys(MUSEUM), ...Object.keys(CHATS), ...Object.keys(BROKEN)].sort());
});

describe('the museum', () => {
  it.each(Object.keys(MUSEUM))('reads %s', (name) => {
    const { graph, url } = example('foreign', name);
    MUSEUM[name]!(graph, url);
  });

  it.each(Object.keys(CHATS))('reads %s', (name) => {
    const { graph, url } = example('foreign', name);
    const { listed, reads } = CHATS[name]!;
    expect(listedIn(graph)).toHaveLength(listed);
    reads(graph, url);
  });

  it.each(Object.keys(BROKEN))('names the fault of %s', (name) => {
    const { line, detail } = BROKEN[name]!;
    expect(() => example('foreign', name)).toThrow(TurtleProblem);
    expect(() => example('foreign', name)).toThrow(
      expect.objectContaining({ line, detail: expect.stringMatching(detail) })
    );
  });
});
