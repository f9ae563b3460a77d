// shacl-engine ships no types; this is the part that scripts/shapes and the tests here use.
declare module 'shacl-engine' {
  export class Validator {
    constructor(shapes: unknown, options: { factory: unknown });
    validate(
      data: { dataset: unknown; terms?: unknown[] },
      shapes?: { terms: unknown[] }[]
    ): Promise<{ conforms: boolean; results: unknown[] }>;
  }
}
