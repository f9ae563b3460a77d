import type { Block, Inline, Rich } from '#lib/ui/rich.ts';
import { escaped } from './escaped.ts';

/** The tree that the app shows, as HTML: the elements here and no others, and every word of it escaped. */
export const richHtml = ({ blocks }: Rich): string => blocks.map(block).join('');

function block(one: Block): string {
  switch (one.kind) {
    case 'paragraph':
      return `<p dir="auto">${one.inside.map(inline).join('')}</p>`;
    case 'quote':
      return `<blockquote dir="auto">${one.inside.map(block).join('')}</blockquote>`;
    case 'list': {
      const items = one.items.map((item) => `<li dir="auto">${item.map(block).join('')}</li>`).join('');
      return one.ordered ? `<ol start="${Math.trunc(one.start)}">${items}</ol>` : `<ul>${items}</ul>`;
    }
    case 'pre':
      return `<pre dir="auto">${escaped(one.text)}</pre>`;
  }
}

const TAGS = { emphasis: 'em', strong: 'strong', strike: 's' } as const;

function inline(one: Inline): string {
  switch (one.kind) {
    case 'text':
      return escaped(one.text);
    case 'break':
      return '<br>';
    case 'code':
      return `<code>${escaped(one.text)}</code>`;
    case 'link': {
      const words = one.inside.map(inline).join('');
      const host = one.host === undefined ? '' : ` (${escaped(one.host)})`;
      return `${link(one.href, words)}${host}`;
    }
    default:
      return `<${TAGS[one.kind]}>${one.inside.map(inline).join('')}</${TAGS[one.kind]}>`;
  }
}

/** Leads there and tells nothing of where it was followed. `words` are HTML. */
export const link = (href: string, words: string): string =>
  `<a href="${escaped(href)}" rel="noopener noreferrer nofollow">${words}</a>`;
