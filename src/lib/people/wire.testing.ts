import { existsSync, readFileSync } from 'node:fs';
import { quadKey } from '#lib/rdf/key.ts';
import { sameGraph } from '#lib/rdf/isomorphic.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { expect } from 'vitest';
import type { Sent, TestHouse } from './house.testing.ts';

/**
 * What left the house since the last look must be this: the method, the address, and (for what has a body in Turtle
 * or N3) the name of the fixture in wire/. Compared as graphs. Documents are independent, so their order is free;
 * but a message is the last of what it is about, and access comes before content.
 */
export async function expectSent(
  house: TestHouse,
  wanted: readonly [verb: Sent['verb'], url: string, fixture?: string][]
) {
  await house.allSent();
  const sent = house.sent.splice(0);
  const line = ({ verb, url }: Pick<Sent, 'verb' | 'url'>) => `${verb} ${url}`;
  expect(sent.map(line).sort()).toEqual(wanted.map(([verb, url]) => line({ verb, url })).sort());
  const order = (verb: Sent['verb']) => sent.flatMap((one, index) => (one.verb === verb ? [index] : []));
  if (order('post').length) {
    const before = [...order('setAccess'), ...order('create')];
    expect(Math.min(...order('post'))).toBeGreaterThan(Math.max(-1, ...before));
  }
  const rest = [...sent];
  for (const [verb, url, name] of wanted) {
    const [one] = rest.splice(
      rest.findIndex((each) => each.verb === verb && each.url === url),
      1
    );
    if (name === undefined) continue;
    const is = sides(String(one!.body), verb, url);
    const should = sides(fixture(name, verb), verb, url);
    for (const part of Object.keys(should)) {
      const same = sameGraph(is[part]!, should[part]!);
      expect(same ? [] : is[part]!.map(quadKey).sort(), `${name}, ${part}`).toEqual(
        same ? [] : should[part]!.map(quadKey).sort()
      );
    }
  }
}

function fixture(name: string, verb: Sent['verb']): string {
  const file = new URL(`./wire/${name}.${verb === 'patch' ? 'n3' : 'ttl'}`, import.meta.url);
  if (!existsSync(file)) throw new Error(`There is no fixture ${file.pathname}`);
  return readFileSync(file, 'utf8');
}

function sides(body: string, verb: Sent['verb'], url: string): Record<string, Quad[]> {
  // A message has its address only where it arrives.
  const base = verb === 'post' ? `${url}message` : url;
  if (verb !== 'patch') return { body: parseTurtle(body, base) };
  const prefixes = body.match(/^@prefix .*$/gm)?.join('\n') ?? '';
  const clause = (name: string) => {
    const block = new RegExp(`(?:solid:|/terms#)${name}>?\\s*\\{([^}]*)\\}`).exec(body)?.[1];
    return block === undefined ? [] : parseTurtle(`${prefixes}\n${block}`, base);
  };
  return { inserts: clause('inserts'), deletes: clause('deletes') };
}
