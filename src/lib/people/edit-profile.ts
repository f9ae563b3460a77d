import type { AccessRule, Single } from '#lib/cache/cache.ts';
import { changeTo } from '#lib/rdf/change.ts';
import type { Graph } from '#lib/rdf/graph.ts';
import type { Patch } from '#lib/rdf/patch.ts';
import { shape } from '#lib/rdf/shape.ts';
import type { Write } from '#lib/sync/sync.ts';
import { documentOf } from './address.ts';
import { known } from './known.ts';
import type { House, Me } from './me.ts';
import { moment, type Moment } from './moment.ts';
import { profile } from './profile.shape.ts';
import { spaceOf } from './space.ts';
import { standsIn } from './storage.ts';

/** What changes; what is not named stays. An empty text takes it away, `null` takes the picture away. */
export interface ProfileChange {
  readonly name?: string;
  readonly about?: string;
  /** Ready to be shown (scale-picture.ts): a JPEG, PNG or WebP. */
  readonly picture?: Blob | null;
}

// One at a time, so that changing the short text leaves names that other apps wrote differently alone.
const { name, about, picture } = profile.fields;
const parts = { name: shape([], { name }), about: shape([], { about }), picture: shape([], { picture }) };

/**
 * Changes my profile: only the statements about what is named, in my WebID document. A picture is put where everyone
 * may read it, then linked, then the one before it is removed if it was ours. Answers the entries' ids.
 */
export async function editProfile(
  house: House,
  change: ProfileChange,
  now = moment(house)
): Promise<string[]> {
  const { me } = house;
  const document = documentOf(me.id);
  const { graph } = await known(house, document);
  const label = 'Change your profile';
  const [address, uploads] = upload(me, change.picture, now.ulid);
  const patches = [
    change.name === undefined ? nothing : changeTo(parts.name, graph, { id: me.id, name: tidy(change.name) }),
    change.about === undefined
      ? nothing
      : changeTo(parts.about, graph, { id: me.id, about: tidy(change.about) }),
    change.picture === undefined ? nothing : changeTo(parts.picture, graph, { id: me.id, picture: address })
  ];
  const patch = {
    insert: patches.flatMap((each) => each.insert),
    delete: patches.flatMap((each) => each.delete)
  };
  if (patch.insert.length + patch.delete.length === 0) return [];
  const linked = uploads.length;
  const after = linked ? [linked - 1] : [];
  return house.sync.change([
    ...uploads,
    { document, intent: { kind: 'patch', ...patch, single: single(graph, change, me, now) }, after, label },
    ...(change.picture === undefined ? [] : oldPictures(graph, me, linked))
  ]);
}

/** Of what is changed only one value can stand, when another device changes it too. */
const single = (graph: Graph, change: ProfileChange, { id: subject }: Me, { at }: Moment): Single[] =>
  (['name', 'about'] as const)
    .filter((part) => change[part] !== undefined)
    .map((part) => {
      const predicates = profile.fields[part].paths;
      const from = graph.about(subject).filter(({ predicate }) => predicates.includes(predicate.value));
      return { subject, predicates, from, at: at.getTime() };
    });

const nothing: Patch = { insert: [], delete: [] };
const tidy = (text: string): string | undefined => text.trim() || undefined;

function upload(me: Me, picture: Blob | null | undefined, ulid: string): [string | undefined, Write[]] {
  if (!picture) return [undefined, []];
  const folder = spaceOf(me).pictures;
  const ending = { 'image/png': 'png', 'image/webp': 'webp' }[picture.type] ?? 'jpg';
  const document = `${folder}p${ulid.toLowerCase()}.${ending}`;
  const label = 'Your new picture';
  return [
    document,
    [
      { document: folder, intent: { kind: 'access', access: forEveryone(me) }, label },
      {
        document,
        intent: { kind: 'create', body: picture, contentType: picture.type || 'image/jpeg' },
        after: [0],
        label
      }
    ]
  ];
}

/** Everyone may read, I may do everything. */
export const forEveryone = (me: Me): AccessRule => ({
  owner: [me.id],
  everyone: ['read'],
  signedIn: [],
  people: {}
});

function oldPictures(graph: Graph, me: Me, linked: number): Write[] {
  const old = picture.paths.flatMap((path) => graph.iris(me.id, path));
  return [...new Set(old)]
    .filter((address) => standsIn(address, [spaceOf(me).pictures]))
    .map((document) => ({
      document,
      intent: { kind: 'remove' },
      after: [linked],
      label: 'Remove your old picture'
    }));
}
