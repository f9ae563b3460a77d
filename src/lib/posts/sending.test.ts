import { describe, expect, it } from 'vitest';
import type { OutboxEntry } from '#lib/cache/cache.ts';
import { iri, quad } from '#lib/rdf/terms.ts';
import { AS } from '#lib/rdf/vocab.ts';
import { refusal, sendingOf } from './sending.ts';

const post = 'https://a.example/d.ttl#p1';
const entry = (id: string, document: string, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id,
  document,
  intent: { kind: 'patch', insert: [quad(post, AS.to, iri(AS.Public))], delete: [] },
  after: [],
  tries: 0,
  nextAt: 0,
  label: 'Post',
  ...more
});
const problem = { kind: 'forbidden', detail: '403' };

describe('how it stands with a post', () => {
  it('is nothing when all has arrived', () => {
    expect(sendingOf([entry('1', 'd', { intent: { kind: 'remove' } })], post)).toBeUndefined();
  });
  it('is waiting until the last of it has arrived', () => {
    expect(sendingOf([entry('1', 'd'), entry('2', 'r', { after: ['1'] })], post)).toMatchObject({
      state: 'waiting',
      entries: ['1', '2']
    });
  });
  it('is refused when some of it stopped', () => {
    expect(sendingOf([entry('1', 'd', { problem }), entry('2', 'r', { after: ['1'] })], post)).toMatchObject({
      state: 'refused',
      stopped: { id: '1', kind: 'forbidden' }
    });
  });
  it('is refused when what it waits for stopped', () => {
    const access = entry('0', 'folder/', {
      problem,
      intent: { kind: 'access', access: { owner: [], everyone: [], signedIn: [], people: {} } }
    });
    expect(sendingOf([access, entry('1', 'd', { after: ['0'] })], post)?.stopped?.id).toBe('0');
    expect(sendingOf([access, entry('1', 'd')], post)?.state).toBe('waiting');
  });
  it('is refused when something before it in the same document stopped, not after it', () => {
    const other = (id: string) =>
      entry(id, 'd', { problem, intent: { kind: 'patch', insert: [], delete: [] } });
    expect(sendingOf([other('0'), entry('1', 'd')], post)?.stopped?.id).toBe('0');
    expect(sendingOf([entry('1', 'd'), other('2')], post)?.state).toBe('waiting');
  });
});

it('says why in words, whatever the reason', () => {
  expect(refusal('full').title).toBe('Your space is full.');
  expect(refusal('never heard of').title).toBe('Your space did not take this.');
  expect(refusal('forbidden').safe).toContain('safe');
  expect(refusal('forbidden', { fleeting: true }).safe).toBeUndefined();
});
