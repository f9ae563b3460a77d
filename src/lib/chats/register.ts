import { readAll, write } from '#lib/rdf/shape.ts';
import { iri, quad } from '#lib/rdf/terms.ts';
import { MEETING, RDF, SOLID } from '#lib/rdf/vocab.ts';
import type { House } from '#lib/people/me.ts';
import { mySpace } from '#lib/people/space.ts';
import { typeRegistration } from '#lib/people/type-registration.shape.ts';
import type { Write } from '#lib/sync/sync.ts';

/** Names a chat in my private type index, where every app looks for it. Nothing when it stands in one already. */
export async function registered(
  house: House,
  chat: string,
  ulid: string,
  label: string,
  after: Write['after'] = []
): Promise<Write | undefined> {
  const { privateTypeIndex: document, publicTypeIndex } = await mySpace(house.me)(house.asking.read);
  const [mine, open] = await Promise.all([document, publicTypeIndex].map((url) => house.asking.read(url)));
  const lines = [mine!, open!].flatMap(({ graph }) => readAll(typeRegistration, graph));
  if (lines.some(({ forClass, instances }) => forClass === MEETING.LongChat && instances.includes(chat)))
    return undefined;
  const id = `${document}#c${ulid.toLowerCase()}`;
  const kinds = [SOLID.TypeIndex, SOLID.UnlistedDocument]
    .filter((kind) => !mine!.graph.has(document, RDF.type, kind))
    .map((kind) => quad(document, RDF.type, iri(kind)));
  const insert = [
    ...kinds,
    ...write(typeRegistration, { id, forClass: MEETING.LongChat, instances: [chat] })
  ];
  return { document, intent: { kind: 'patch', insert, delete: [] }, after, label };
}

/** Takes a chat out of my type indexes, and leaves whatever else the same line names. */
export async function unregistered(house: House, chat: string, label: string): Promise<Write[]> {
  const space = await mySpace(house.me)(house.asking.read);
  const views = await Promise.all(
    [space.privateTypeIndex, space.publicTypeIndex].map((url) => house.asking.read(url))
  );
  return views.flatMap(({ url, graph }): Write[] => {
    const gone = graph
      .ofType(SOLID.TypeRegistration)
      .filter((id) => graph.has(id, SOLID.forClass, MEETING.LongChat) && graph.has(id, SOLID.instance, chat))
      .flatMap((id) =>
        graph.objects(id, SOLID.instance).length === 1
          ? graph
              .about(id)
              .filter(
                ({ subject, object }) => subject.termType === 'NamedNode' && object.termType !== 'BlankNode'
              )
          : [quad(id, SOLID.instance, iri(chat))]
      );
    return gone.length ? [{ document: url, intent: { kind: 'patch', insert: [], delete: gone }, label }] : [];
  });
}
