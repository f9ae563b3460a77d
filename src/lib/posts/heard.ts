import { Graph } from '#lib/rdf/graph.ts';
import { read } from '#lib/rdf/shape.ts';
import { dateTime, iri, quad, text, type Quad } from '#lib/rdf/terms.ts';
import { AS, RDF } from '#lib/rdf/vocab.ts';
import { standsAt, type FirstSeen } from './clock.ts';
import { post, type Post } from './post.shape.ts';

/**
 * A document in the words the feed's question uses: a post told in another app's words (sioc:Post, dct:created ...)
 * gets ours beside them, every post has exactly one time, in one notation, and that is the time it stands at
 * (clock.ts). What calls itself a post and is none of the readable ones (`posts`) is left out; all else stays as it is.
 */
export function heard(graph: Graph, posts: ReadonlyMap<string, Post>, seen: FirstSeen): Graph {
  let asItIs = true;
  const quads = graph.subjects().flatMap((subject) => {
    const said = graph.about(subject);
    if (!post.types.some((type) => graph.has(subject, RDF.type, type))) return said;
    const readable = posts.get(subject);
    const words = readable ? inOurWords(readable, standsAt(subject, readable.published, seen)) : [];
    if (readable && isSaid(graph, subject, words)) return said;
    asItIs = false;
    return readable ? [...said.filter((each) => each.predicate.value !== AS.published), ...words] : [];
  });
  return asItIs ? graph : new Graph(quads);
}

/** A post that the app itself wrote says all of this already, and no other time. */
const isSaid = (graph: Graph, subject: string, words: readonly Quad[]): boolean =>
  graph.objects(subject, AS.published).length === 1 &&
  words.every(({ predicate, object }) => graph.has(subject, predicate.value, object));

/** The post, if it has a name of its own (a nameless one cannot be pointed at) and a time Turtle can hold. */
export function readPost(graph: Graph, subject: string): Post | undefined {
  const said = subject.startsWith('_:') ? undefined : read(post, graph, subject);
  return said && isWritable(said.published) ? said : undefined;
}

function inOurWords(said: Post, at: Date): Quad[] {
  const words = [
    quad(said.id, RDF.type, iri(AS.Note)),
    quad(said.id, AS.attributedTo, iri(said.author)),
    quad(said.id, AS.content, text(said.content)),
    quad(said.id, AS.published, dateTime(at))
  ];
  return said.replyTo ? [...words, quad(said.id, AS.inReplyTo, iri(said.replyTo))] : words;
}

// A zone can carry a time over the edge of the years that xsd:dateTime writes with four digits.
const [FIRST, LAST] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];
const isWritable = (at: Date): boolean => at.getTime() >= FIRST && at.getTime() <= LAST;
