import { adds, digit, fresh, patch, puts, takes, type Asking } from './access-tries.testing.ts';

/** Who stands how to a chat. */
export const ROLES = [
  'owner',
  'moderator',
  'member',
  'invited',
  'reader',
  'removed',
  'friend',
  'nobody'
] as const;
export type Role = (typeof ROLES)[number];

/** What is tried on, by address. */
export interface Targets {
  readonly root: string;
  /** Where the server keeps who may do what in it, and what stands there. */
  readonly rootAcl: string;
  readonly rules: string;
  readonly index: string;
  readonly day: string;
  readonly file: string;
  /** A message of the owner's, and one more. */
  readonly first: string;
  readonly other: string;
  /** Of the member: what they keep of the chat, and their keys. */
  readonly kept: string;
  readonly privateKey: string;
  readonly publicKey: string;
  /** Where the member shows how far they have read, and who may read that. */
  readonly marker: string;
  readonly markerAcl: string;
  /** A second chat of the same people, handed over to the member: its index, and who may do what in it. */
  readonly handed: string;
  readonly handedAcl: string;
  readonly handedRules: string;
}
/** What the server says of these when it is asked. */
export type Found = 'rootAcl' | 'rules' | 'markerAcl' | 'handedAcl' | 'handedRules';

export interface Row {
  readonly what: string;
  readonly how: string;
  /** Whose right it is. */
  readonly may: readonly Role[];
  /** Whom the server lets all the same, since its rules cannot say more, and how that is told apart. */
  readonly also?: readonly Role[];
  readonly told?: string;
  readonly attempt: (at: Targets, as: Asking) => Promise<Response>;
  /** Puts back what it may have changed. */
  readonly harms?: boolean;
}

const LOOKS_AFTER: readonly Role[] = ['owner', 'moderator'];
/** Who was invited is let in at once: joining is theirs alone, and the server does not see it. */
const SPEAK: readonly Role[] = [...LOOKS_AFTER, 'member', 'invited'];
const READ: readonly Role[] = [...SPEAK, 'reader'];
const ALL: readonly Role[] = ROLES;

export const ROWS: readonly Row[] = [
  { what: 'folder', how: 'list', may: READ, attempt: ({ root }, as) => as(root) },
  {
    what: 'folder',
    how: 'put a new document in',
    may: SPEAK,
    attempt: ({ root }, as) => puts(as, `${root}2026/01/0${digit()}/n${fresh()}.ttl`)
  },
  { what: 'index', how: 'read', may: READ, attempt: ({ index }, as) => as(index) },
  {
    what: 'index',
    how: 'add a person',
    may: LOOKS_AFTER,
    harms: true,
    attempt: ({ index }, as) => adds(as, index, `<#this> wf:participation <#${fresh()}>.`)
  },
  {
    what: 'index',
    how: 'point to another newest day',
    may: LOOKS_AFTER,
    harms: true,
    attempt: ({ index, root }, as) => adds(as, index, `<#this> as:current <${root}x.ttl>.`)
  },
  {
    what: 'index',
    how: 'replace',
    may: LOOKS_AFTER,
    harms: true,
    attempt: ({ index }, as) => puts(as, index)
  },
  {
    what: 'index',
    how: 'remove',
    may: ['owner'],
    also: ['moderator'],
    told: 'A moderator is trusted with the whole chat; "keep my copy" outlives it.',
    harms: true,
    attempt: ({ index }, as) => takes(as, index)
  },
  { what: 'day', how: 'read', may: READ, attempt: ({ day }, as) => as(day) },
  {
    what: 'day',
    how: 'say something of one’s own',
    may: SPEAK,
    attempt: ({ day, index }, as) => adds(as, day, `<${index}#this> wf:message <#${fresh()}>.`)
  },
  {
    what: 'day',
    how: "say something in another's name",
    may: [],
    also: SPEAK,
    told: 'No signature, or not theirs: the message says so ("words in her name are told apart").',
    attempt: ({ day }, as) =>
      adds(as, day, `<#${fresh()}> foaf:maker <https://somebody.example/card#me>; sioc:content "x".`)
  },
  {
    what: "another's message",
    how: 'replace its text by an addition',
    may: [],
    also: SPEAK,
    told: 'Passed over, and flagged ("an edit in her name ... changes nothing").',
    attempt: ({ day, first }, as) => adds(as, day, `<${first}> dct:isReplacedBy <#${fresh()}>.`)
  },
  {
    what: "another's message",
    how: 'mark as deleted',
    may: [],
    also: SPEAK,
    told: 'Passed over: only a signed deletion of its maker or of a moderator counts.',
    attempt: ({ day, first }, as) => adds(as, day, `<${first}> schema:dateDeleted "2026-01-0${digit()}".`)
  },
  {
    what: "another's message",
    how: 'make it an answer, or move it into a thread',
    may: [],
    also: SPEAK,
    told: 'Its signed address says where it belongs; what is said beyond that is passed over, and flagged.',
    attempt: ({ day, first, other }, as) =>
      adds(as, day, `<${first}> sioc:reply_of <${other}>. <${other}-t${fresh()}> sioc:has_member <${first}>.`)
  },
  {
    what: "another's message",
    how: 'take its words out of the document',
    may: [],
    also: LOOKS_AFTER,
    told: 'What is gone cannot be told apart: whoever looks after a chat can empty it.',
    harms: true,
    attempt: ({ day, first }, as) =>
      patch(
        as,
        day,
        `solid:where { <${first}> sioc:content ?text. }; solid:deletes { <${first}> sioc:content ?text. }`
      )
  },
  {
    what: 'reaction',
    how: "add one in another's name",
    may: [],
    also: SPEAK,
    told: 'One at an address of ours must be signed. SolidOS signs none, so one at any other is believed.',
    attempt: ({ day, first }, as) =>
      adds(
        as,
        day,
        `<#${fresh()}> schema:target <${first}>; schema:agent <https://somebody.example/card#me>.`
      )
  },
  {
    what: 'day',
    how: 'replace',
    may: [],
    also: LOOKS_AFTER,
    told: 'As above: signed words that come back elsewhere lose nothing but their place.',
    harms: true,
    attempt: ({ day }, as) => puts(as, day)
  },
  {
    what: 'day',
    how: 'remove',
    may: ['owner'],
    also: ['moderator'],
    told: 'As above.',
    harms: true,
    attempt: ({ day }, as) => takes(as, day)
  },
  { what: 'file', how: 'read', may: READ, attempt: ({ file }, as) => as(file) },
  {
    what: 'file',
    how: 'replace',
    may: [],
    also: LOOKS_AFTER,
    told: 'A signature covers the address of a file, not its bytes.',
    harms: true,
    attempt: ({ file }, as) => puts(as, file)
  },
  {
    what: 'file',
    how: 'remove',
    may: ['owner'],
    also: ['moderator'],
    told: 'As above.',
    harms: true,
    attempt: ({ file }, as) => takes(as, file)
  },
  { what: 'who may do what', how: 'read', may: ['owner'], attempt: ({ rootAcl }, as) => as(rootAcl) },
  {
    what: 'who may do what',
    how: 'change',
    may: ['owner'],
    harms: true,
    attempt: ({ rootAcl, rules }, as) => puts(as, rootAcl, rules)
  },
  {
    what: 'what the member keeps of it',
    how: 'read',
    may: ['member'],
    attempt: ({ kept }, as) => as(kept)
  },
  {
    what: 'what the member keeps of it',
    how: 'add to',
    may: ['member'],
    attempt: ({ kept }, as) => adds(as, kept, `<#${fresh()}> dct:title "x".`)
  },
  {
    what: 'a chat handed over to the member',
    how: 'read its index',
    may: READ,
    attempt: ({ handed }, as) => as(handed)
  },
  {
    what: 'a chat handed over to the member',
    how: 'add a person',
    may: [...LOOKS_AFTER, 'member'],
    harms: true,
    attempt: ({ handed }, as) => adds(as, handed, `<#this> wf:participation <#${fresh()}>.`)
  },
  {
    what: 'a chat handed over to the member',
    how: 'read who may do what',
    may: ['member'],
    also: ['owner'],
    told: 'It stays in their space: whoever handed it over can always take it back.',
    attempt: ({ handedAcl }, as) => as(handedAcl)
  },
  {
    what: 'a chat handed over to the member',
    how: 'change who may do what',
    may: ['member'],
    also: ['owner'],
    told: 'It stays in their space: whoever handed it over can always take it back.',
    harms: true,
    attempt: ({ handedAcl, handedRules }, as) => puts(as, handedAcl, handedRules)
  },
  {
    what: 'how far the member shows to have read',
    how: 'read',
    may: READ,
    attempt: ({ marker }, as) => as(marker)
  },
  {
    what: 'how far the member shows to have read',
    how: 'add to',
    may: ['member'],
    attempt: ({ marker }, as) => adds(as, marker, `<#${fresh()}> dct:title "x".`)
  },
  {
    what: 'how far the member shows to have read',
    how: 'read who may see it',
    may: ['member'],
    attempt: ({ markerAcl }, as) => as(markerAcl)
  },
  {
    what: "the member's signing key",
    how: 'read',
    may: ['member'],
    attempt: ({ privateKey }, as) => as(privateKey)
  },
  { what: "the member's public key", how: 'read', may: ALL, attempt: ({ publicKey }, as) => as(publicKey) },
  {
    what: "the member's public key",
    how: 'add another',
    may: ['member'],
    attempt: ({ publicKey }, as) => adds(as, publicKey, `<#${fresh()}> solid:publicKey "0".`)
  }
];
