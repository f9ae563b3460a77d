import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNotice } from './notice.ts';

const topic = 'https://bob.example/recent.ttl';
const read = (said: unknown) => readNotice(JSON.stringify(said), topic);

describe('a notification', () => {
  it('is about its object, by address or as a node, or about the container it names', () => {
    expect(read({ object: topic, state: '"7"' })).toEqual({ state: '"7"' });
    expect(read({ object: { id: topic } })).toEqual({});
    expect(read({ type: 'Add', object: `${topic}/child`, target: topic, state: 'x' })).toEqual({
      state: 'x'
    });
    expect(read({ type: 'Remove', object: `${topic}/child`, origin: topic })).toEqual({});
  });

  it('about anything else is foreign', () => {
    expect(read({ object: 'https://bob.example/other.ttl', state: '"7"' })).toBe('foreign');
    expect(read({})).toBe('foreign');
  });

  it('without a usable state has none', () => {
    for (const state of [7, '', null, ['"7"'], 'x'.repeat(501)])
      expect(read({ object: topic, state })).toEqual({});
  });

  it('is not what is no JSON object, or too large', () => {
    for (const data of ['sorry', '', '[]', '7', 'null', new ArrayBuffer(3), undefined])
      expect(readNotice(data, topic)).toBeUndefined();
    expect(read({ object: topic, more: 'x'.repeat(16_000) })).toBeUndefined();
  });

  it('never throws, whatever was said', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.anything()), (data) => {
        readNotice(data, topic);
      })
    );
  });
});
