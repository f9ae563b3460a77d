import { iriText, many, one, shape, text, thing, type Of } from '#lib/rdf/shape.ts';
import { VCARD } from '#lib/rdf/vocab.ts';

/** Person/<uuid>/index.ttl#this: one contact of the address book. */
export const contact = shape(VCARD.Individual, {
  name: one(VCARD.fn, text),
  /** `webAddress` things in the same document. SolidOS leaves them nameless; ours have IRIs (N3 Patch). */
  addresses: many(VCARD.url, thing)
});
export type Contact = Of<typeof contact>;

/** The address (WebID) of a contact. SolidOS keeps it as text and looks for exactly that when removing it. */
export const webAddress = shape(VCARD.WebID, { value: one(VCARD.value, iriText) });
export type WebAddress = Of<typeof webAddress>;
