import { write } from '#lib/rdf/shape.ts';
import { dateTime, iri, quad, text, type Quad } from '#lib/rdf/terms.ts';
import { AS, RDF, SIOC } from '#lib/rdf/vocab.ts';
import { folderOf, type Audience } from './places.ts';
import { TEXT } from './one-text.ts';
import { post } from './post.shape.ts';

export interface NewPost {
  readonly id: string;
  readonly author: string;
  readonly storage: string;
  readonly audience: Audience;
  readonly content: string;
  readonly published: Date;
}

/** A post in the words of docs/data.md. */
export function postStatements({ id, author, storage, audience, content, published }: NewPost): Quad[] {
  const to = audience === 'public' ? AS.Public : folderOf(storage, audience);
  return write(post, {
    id,
    author,
    content,
    mediaType: MARKDOWN,
    published,
    to: [to],
    attachments: [],
    tags: []
  });
}

const MARKDOWN = 'text/markdown';

/** The same description with another text, and the time of the change. All that it does not speak of stays. */
export function rewritten(said: readonly Quad[], id: string, content: string, at: Date): Quad[] {
  return [
    ...said.filter((each) => !TEXT.includes(each.predicate.value)),
    quad(id, AS.content, text(content)),
    quad(id, SIOC.content, text(content)),
    quad(id, AS.mediaType, text(MARKDOWN)),
    quad(id, AS.updated, dateTime(at))
  ];
}

/** What is left of a deleted post: that there was one, and since when there is none (ActivityStreams 2.0, 5.6). */
export function tombstone(id: string, at: Date): Quad[] {
  return [
    quad(id, RDF.type, iri(AS.Tombstone)),
    quad(id, AS.formerType, iri(AS.Note)),
    quad(id, AS.deleted, dateTime(at))
  ];
}

/** An edit or deletion as the rolling page tells of it. */
export function change(id: string, type: string, actor: string, object: string, at: Date): Quad[] {
  return [
    quad(id, RDF.type, iri(type)),
    quad(id, AS.actor, iri(actor)),
    quad(id, AS.object, iri(object)),
    quad(id, AS.published, dateTime(at))
  ];
}
