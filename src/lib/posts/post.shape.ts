import { iri, many, maybe, one, shape, text, time, type Of } from '#lib/rdf/shape.ts';
import { AS, DCT, FOAF, SCHEMA, SIOC } from '#lib/rdf/vocab.ts';

/**
 * A post, each line read by someone (docs/data.md): AS2 by SolidOS and PodOS, sioc and dct by
 * solid-social/timeline, the three authors by all of them. shapes/post.ttl is the published form.
 */
export const post = shape([AS.Note, SIOC.Post, SCHEMA.SocialMediaPosting], {
  /** Plain text or markdown source, never HTML of ours. */
  content: one([AS.content, SIOC.content], text, { alsoRead: [SCHEMA.articleBody, SCHEMA.text] }),
  mediaType: maybe(AS.mediaType, text),
  published: one([AS.published, DCT.created], time, { alsoRead: [SCHEMA.datePublished, SCHEMA.dateCreated] }),
  updated: maybe(AS.updated, time, { alsoRead: [DCT.modified] }),
  author: one([AS.attributedTo, DCT.creator, FOAF.maker], iri, {
    alsoRead: [SIOC.has_creator, SCHEMA.author]
  }),
  replyTo: maybe([AS.inReplyTo, SIOC.reply_of], iri),
  attachments: many([AS.attachment, FOAF.img], iri),
  /** A content warning. */
  warning: maybe(AS.summary, text),
  /** as:Public, or the container whose access list is the audience. */
  to: many(AS.to, iri),
  tags: many(AS.tag, iri)
});
export type Post = Of<typeof post>;
