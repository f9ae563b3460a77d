/**
 * The words we use, as plain objects of IRI strings. @inrupt/vocab-common-rdf has most of them, but its
 * objects cannot be shaken out property by property: the same thirteen vocabularies weigh 13 kB gzip.
 * So the words stand here, and vocab.test.ts holds every one of them against that package.
 */
function words<const Lines extends string>(namespace: string, ...lines: Lines[]) {
  const names = lines.flatMap((line) => line.split(' '));
  return Object.fromEntries(names.map((name) => [name, namespace + name])) as Record<Word<Lines>, string>;
}

type Word<Line extends string> = Line extends `${infer First} ${infer Rest}` ? First | Word<Rest> : Line;

/** Prefix -> namespace, as written at the head of our documents. */
export const PREFIXES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  ldp: 'http://www.w3.org/ns/ldp#',
  acl: 'http://www.w3.org/ns/auth/acl#',
  acp: 'http://www.w3.org/ns/solid/acp#',
  as: 'https://www.w3.org/ns/activitystreams#',
  sioc: 'http://rdfs.org/sioc/ns#',
  dct: 'http://purl.org/dc/terms/',
  dc: 'http://purl.org/dc/elements/1.1/',
  solid: 'http://www.w3.org/ns/solid/terms#',
  notify: 'http://www.w3.org/ns/solid/notifications#',
  pim: 'http://www.w3.org/ns/pim/space#',
  schema: 'http://schema.org/',
  meeting: 'http://www.w3.org/ns/pim/meeting#',
  wf: 'http://www.w3.org/2005/01/wf/flow#',
  like: 'http://ontologi.es/like#',
  ui: 'http://www.w3.org/ns/ui#',
  cal: 'http://www.w3.org/2002/12/cal/ical#',
  sec: 'https://w3id.org/security#',
  bookm: 'http://www.w3.org/2002/01/bookmark#',
  posix: 'http://www.w3.org/ns/posix/stat#'
} as const;

export const RDF = words(PREFIXES.rdf, 'type Property first rest nil value langString');
export const RDFS = words(PREFIXES.rdfs, 'label comment seeAlso subClassOf Class');
export const OWL = words(PREFIXES.owl, 'sameAs Ontology');
export const XSD = words(
  PREFIXES.xsd,
  'string dateTime date boolean integer decimal double float anyURI nonNegativeInteger'
);
export const FOAF = words(
  PREFIXES.foaf,
  'Person Agent Document PersonalProfileDocument name nick img depiction knows maker made primaryTopic',
  'isPrimaryTopicOf homepage mbox member Group givenName familyName'
);
// From AddressBook to WebID: SolidOS's own words in this namespace; the vCard ontology lacks them.
export const VCARD = words(
  PREFIXES.vcard,
  'AddressBook inAddressBook includesGroup groupIndex nameEmailIndex WebID',
  'Individual Group Organization fn hasPhoto note bday hasMember hasUID url value hasEmail hasTelephone',
  'role organization-name hasAddress country-name locality region Home Work'
);
export const LDP = words(
  PREFIXES.ldp,
  'inbox contains Container BasicContainer Resource RDFSource NonRDFSource constrainedBy'
);
export const ACL = words(
  PREFIXES.acl,
  'Authorization agent agentClass agentGroup AuthenticatedAgent accessTo default mode Read Write Append',
  'Control origin owner trustedApp'
);
export const ACP = words(
  PREFIXES.acp,
  'AccessControlResource AccessControl Policy Matcher resource accessControl memberAccessControl apply',
  'allow deny allOf anyOf noneOf agent client issuer PublicAgent AuthenticatedAgent CreatorAgent',
  'OwnerAgent grant context'
);
export const AS = words(
  PREFIXES.as,
  'Note Article Image Video Document Link Mention Person Collection OrderedCollection CollectionPage',
  'OrderedCollectionPage Activity Accept Add Announce Create Delete Follow Invite Join Like Offer',
  'Read Reject Relationship Profile TentativeAccept Tombstone Undo Update Event Question Public Object actor',
  'attachment attributedTo audience bto cc content deleted endTime first formerType href icon id image',
  'inReplyTo items last mediaType name next object origin partOf prev published relationship replies',
  'result startTime streams subject summary tag target to totalItems updated url outbox followers',
  'preferredUsername width height current Leave TentativeReject'
);
export const SIOC = words(
  PREFIXES.sioc,
  'Post Thread content reply_of has_reply has_creator has_member topic attachment'
);
export const DCT = words(
  PREFIXES.dct,
  'created modified creator title description identifier references source hasPart isReplacedBy license',
  'format'
);
export const DC = words(PREFIXES.dc, 'title created author creator date');
export const SOLID = words(
  PREFIXES.solid,
  'oidcIssuer publicTypeIndex privateTypeIndex timeline TypeIndex ListedDocument UnlistedDocument',
  'TypeRegistration forClass instance instanceContainer account publicKey InsertDeletePatch inserts',
  'deletes where owner storageDescription oidcRegistration privateKey'
);
export const NOTIFY = words(
  PREFIXES.notify,
  'subscription channelType WebSocketChannel2023 topic receiveFrom feature state'
);
export const PIM = words(PREFIXES.pim, 'storage Storage preferencesFile ConfigurationFile workspace');
export const SCHEMA = words(
  PREFIXES.schema,
  'SocialMediaPosting Event Person LikeAction Action agent target name text articleBody author',
  'datePublished dateCreated dateDeleted dateRead image startDate endDate location AgreeAction',
  'DisagreeAction EndorseAction mentions'
);
export const MEETING = words(PREFIXES.meeting, 'LongChat LongChatInvite Meeting');
export const WF = words(PREFIXES.wf, 'participation participant message Participation');
export const LIKE = words(PREFIXES.like, 'likes dislikes');
export const UI = words(PREFIXES.ui, 'backgroundColor sharedPreferences');
export const CAL = words(PREFIXES.cal, 'Vevent dtstart dtend summary location');
export const SEC = words(PREFIXES.sec, 'proofValue');
export const BOOKM = words(PREFIXES.bookm, 'Bookmark recalls hasTopic');
export const POSIX = words(PREFIXES.posix, 'size mtime');
