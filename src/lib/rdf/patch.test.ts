import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundQuads, HERE } from './arbitrary.testing.ts';
import { sameGraph } from './isomorphic.ts';
import { distinct } from './key.ts';
import { dataFactory } from './n3.ts';
import { applyPatch, n3Patch } from './patch.ts';
import { quad, text } from './terms.ts';
import { parseTurtle } from './turtle.ts';
import { AS } from './vocab.ts';

const hello = quad(`${HERE}#p`, AS.content, text('hello'));
const goodbye = quad(`${HERE}#p`, AS.content, text('good "bye"\n'));

describe('n3Patch', () => {
  it('is the Solid Protocol form, with whole IRIs', () => {
    expect(n3Patch({ insert: [goodbye, goodbye], delete: [hello] })).toBe(
      `_:patch a <http://www.w3.org/ns/solid/terms#InsertDeletePatch>;
  <http://www.w3.org/ns/solid/terms#deletes> {
    <${HERE}#p> <https://www.w3.org/ns/activitystreams#content> "hello" .
  };
  <http://www.w3.org/ns/solid/terms#inserts> {
    <${HERE}#p> <https://www.w3.org/ns/activitystreams#content> "good \\"bye\\"\\n" .
  }.
`
    );
  });

  it('holds exactly the statements given: each formula reads back as the same graph', () => {
    fc.assert(
      fc.property(groundQuads, groundQuads, (insert, del) => {
        const body = n3Patch({ insert, delete: del });
        const formulas = [...body.matchAll(/> \{\n([^]*?)\n {2}\}[;.]\n/g)].map((found) =>
          parseTurtle(found[1]!, HERE)
        );
        return sameGraph(formulas[0]!, del) && sameGraph(formulas[1]!, insert);
      })
    );
  });

  it('refuses blank nodes and a change of nothing', () => {
    const nameless = quad(dataFactory.blankNode('x') as never, AS.content, text('x'));
    expect(() => n3Patch({ insert: [nameless], delete: [] })).toThrow(/BlankNode/);
    expect(() => n3Patch({ insert: [], delete: [] })).toThrow(/nothing/);
  });
});

describe('applyPatch', () => {
  it('deletes first, inserts then, keeps the rest, and is pure', () => {
    const before = [hello];
    expect(applyPatch(before, { insert: [goodbye], delete: [hello] })).toEqual([goodbye]);
    expect(applyPatch(before, { insert: [hello], delete: [hello] })).toEqual([hello]);
    expect(before).toEqual([hello]);
  });

  it('can be undone where nothing was there before, and twice is the same as once', () => {
    fc.assert(
      fc.property(groundQuads, groundQuads, (document, insert) => {
        const patch = { insert, delete: [] };
        const after = applyPatch(document, patch);
        const fresh = insert.filter((added) => !sameGraph(distinct([...document, added]), document));
        return (
          sameGraph(applyPatch(after, patch), after) &&
          sameGraph(applyPatch(after, { insert: [], delete: fresh }), document)
        );
      })
    );
  });
});
