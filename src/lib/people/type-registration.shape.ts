import { iri, many, one, shape, type Of } from '#lib/rdf/shape.ts';
import { SOLID } from '#lib/rdf/vocab.ts';

/** A line of a type index: where things of a class are (Solid Type Indexes, section 3). */
export const typeRegistration = shape(SOLID.TypeRegistration, {
  forClass: one(SOLID.forClass, iri),
  instances: many(SOLID.instance, iri),
  containers: many(SOLID.instanceContainer, iri)
});
export type TypeRegistration = Of<typeof typeRegistration>;
