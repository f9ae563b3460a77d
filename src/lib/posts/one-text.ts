import type { Single } from '#lib/cache/cache.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { post } from './post.shape.ts';

const { content, mediaType, updated } = post.fields;

/** What an edit replaces, always together. */
export const TEXT: readonly string[] = [...content.paths, ...mediaType.paths, ...updated.paths];

/**
 * That of a post's texts only one can stand, when another device changes it at the same time.
 * @param from what was said of it when the change was made
 * @param at the time that the change gives itself
 */
export const oneText = (subject: string, from: readonly Quad[], at: Date, whole = false): Single => ({
  subject,
  predicates: TEXT,
  from: whole ? from : from.filter(({ predicate }) => TEXT.includes(predicate.value)),
  at: at.getTime(),
  ...(whole ? { whole } : {})
});
