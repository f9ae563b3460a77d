import fc from 'fast-check';
import { render } from 'svelte/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { markdown } from './markdown.ts';
import { payloads } from './payloads.fixture.ts';
import { loadMarkdown } from './rich-reader.svelte.ts';
import { limits, type Block, type Inline } from './rich.ts';
import RichText from './RichText.svelte';
import { safeHref } from './safe-href.ts';

const kinds = [
  'text',
  'break',
  'emphasis',
  'strong',
  'strike',
  'code',
  'link',
  'paragraph',
  'quote',
  'list',
  'pre'
];

function parts(list: readonly (Block | Inline)[], depth = 0): { part: Block | Inline; depth: number }[] {
  return list.flatMap((part) => {
    const below: readonly (Block | Inline)[] =
      part.kind === 'list' ? part.items.flat() : 'inside' in part ? part.inside : [];
    return [{ part, depth }, ...parts(below, depth + 1)];
  });
}
const words = (list: readonly (Block | Inline)[]) =>
  parts(list)
    .map(({ part }) => ('text' in part ? part.text : part.kind === 'break' ? '\n' : ''))
    .join('');

function expectHarmless(source: string) {
  for (const { part, depth } of parts(markdown(source).blocks)) {
    expect(kinds).toContain(part.kind);
    expect(depth).toBeLessThan(3 * limits.depth + 6);
    if (part.kind === 'link') expect(safeHref(part.href)).toBe(part.href);
    if ('text' in part) expect(part.text).not.toMatch(/[\u202A-\u202E\0]/);
  }
}

describe('markdown', () => {
  it.each(payloads.map((payload) => [payload.slice(0, 60), payload]))('is harmless: %j', (_, payload) => {
    const began = performance.now();
    expectHarmless(payload);
    // Generous, since machines differ: a bomb would take minutes.
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('is harmless for anything', () => {
    const pieces = fc.constantFrom(
      ...'*_~`[]()!<>&#\\\n\t -+1.:/@"\'|{}='.split(''),
      'javascript:',
      'https://a.example/',
      'http://a.example/',
      'www.a.example',
      'data:',
      '<script>',
      '&colon;',
      '\u202E',
      'x'
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (list) => expectHarmless(list.join(''))),
      { numRuns: 2_000 }
    );
  });

  it('says who is behind a link that claims to be another', () => {
    const [block] = markdown(
      '[bank.example](https://evil.example/) [a friend](https://evil.example/)'
    ).blocks;
    const links = parts([block!]).filter(({ part }) => part.kind === 'link');
    expect(links.map(({ part }) => part.kind === 'link' && part.host)).toEqual(['evil.example', undefined]);
  });

  it('shows a refused address as words', () => {
    expect(words(markdown('[press](javascript:alert(1))').blocks)).toBe('press (javascript:alert(1))');
    expect(words(markdown('see http://example.org/x now').blocks)).toBe('see http://example.org/x now');
    expect(words(markdown('<b>bold?</b>').blocks)).toBe('<b>bold?</b>');
  });

  it('keeps line ends, flattens titles, links pictures and bare addresses', () => {
    expect(markdown('a\nb').blocks).toEqual([
      {
        kind: 'paragraph',
        inside: [{ kind: 'text', text: 'a' }, { kind: 'break' }, { kind: 'text', text: 'b' }]
      }
    ]);
    expect(markdown('# a').blocks).toEqual([
      { kind: 'paragraph', inside: [{ kind: 'strong', inside: [{ kind: 'text', text: 'a' }] }] }
    ]);
    expect(markdown('![b](https://example.org/b.png)').blocks).toEqual([
      {
        kind: 'paragraph',
        inside: [{ kind: 'link', href: 'https://example.org/b.png', inside: [{ kind: 'text', text: 'b' }] }]
      }
    ]);
    expect(markdown('www.example.org').blocks).toEqual([
      {
        kind: 'paragraph',
        inside: [
          { kind: 'link', href: 'https://www.example.org/', inside: [{ kind: 'text', text: 'example.org' }] }
        ]
      }
    ]);
  });

  it('keeps a list, a quote and code', () => {
    const { blocks } = markdown('3. x\n4. y\n\n> z\n\n```\n<b>\n```');
    expect(blocks.map(({ kind }) => kind)).toEqual(['list', 'quote', 'pre']);
    expect(blocks[0]).toMatchObject({ ordered: true, start: 3 });
    expect(blocks[2]).toEqual({ kind: 'pre', text: '<b>' });
  });

  it('says so where it cuts', () => {
    expect(markdown('x'.repeat(limits.shown + 1)).cut).toBe(true);
    expect(markdown('x'.repeat(limits.shown)).cut).toBe(false);
  });
});

describe('RichText', () => {
  beforeAll(loadMarkdown);

  const allowed = /^(?:div|p|br|em|strong|s|code|pre|blockquote|ul|ol|li|a|span)$/;
  it('makes only allowed elements and attributes of all of it', () => {
    for (const payload of payloads) {
      const { body } = render(RichText, { props: { text: payload } });
      for (const [, name, rest] of body.replace(/<!--[^<>]*-->/g, '').matchAll(/<\/?([^\s/>]+)([^>]*)>/g)) {
        expect(name).toMatch(allowed);
        for (const [, attribute, value] of (rest ?? '').matchAll(/([^\s=]+)="([^"]*)"/g)) {
          expect(['class', 'dir', 'href', 'title', 'target', 'rel', 'start']).toContain(attribute);
          if (attribute === 'href') expect(value).toMatch(/^https:\/\//);
        }
      }
    }
  });

  it('opens links apart, without a trace', () => {
    const { body } = render(RichText, { props: { text: '[a](https://example.org/)' } });
    expect(body).toContain('rel="noopener noreferrer nofollow ugc"');
    expect(body).toContain('target="_blank"');
  });
});
