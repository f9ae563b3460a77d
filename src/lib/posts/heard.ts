import { Graph } from '#lib/rdf/graph.ts';
import { read } from '#lib/rdf/shape.ts';
import { dateTime, iri, quad, text, type Quad, type Term } from '#lib/rdf/terms.ts';
import { AS, RDF } from '#lib/rdf/vocab.ts';
import { standsAt, type FirstSeen } from './clock.ts';
import { post, type Post } from './post.shape.ts';

/**
 * A document in the words the feed's question uses: a post told in another app's words (sioc:Post, dct:created ...)
 * gets ours beside them, every post has exactly one time, in one notation, and that is the time it stands at
 * (clock.ts). What calls itself a post and is none of the readable ones (`posts`) is left out; all else stays as it is.
 */
export function heard(graph: Graph, posts: ReadonlyMap<string, Post>, seen: FirstSeen): Graph {
  const wordsFor = (subject: string, said: readonly Quad[]): readonly Quad[] => {
    if (!post.types.some((type) => graph.has(subject, RDF.type, type))) return said;
    const readable = posts.get(subject);
    if (!readable) return [];
    const at = standsAt(subject, readable.published, seen);
    if (isSaid(said, readable, at)) return said;
    return [...said.filter((each) => each.predicate.value !== AS.published), ...inOurWords(readable, at)];
  };
  return graph.retold((said, subject) => wordsFor(subject, said));
}

/** A post that the app itself wrote says all of this already, and no other time. */
function isSaid(said: readonly Quad[], { author, content, replyTo }: Post, at: Date): boolean {
  let times = 0;
  const open = new Set([RDF.type, AS.attributedTo, AS.content, AS.published]);
  if (replyTo) open.add(AS.inReplyTo);
  for (const { predicate, object } of said) {
    const word = predicate.value;
    if (word === AS.published) times++;
    if (open.has(word) && isIt(word, object)) open.delete(word);
  }
  return times === 1 && open.size === 0;

  function isIt(word: string, object: Term): boolean {
    if (word === AS.content) return object.equals(text(content));
    if (word === AS.published) return object.equals(dateTime(at));
    const wanted = word === RDF.type ? AS.Note : word === AS.attributedTo ? author : replyTo;
    return object.termType === 'NamedNode' && object.value === wanted;
  }
}

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
