import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { claimedElsewhere, shortAddress } from './link-text.ts';
import { cleanText, lines, plainText } from './plain.ts';
import { limits, type Block, type Inline, type Rich } from './rich.ts';
import { safeHref } from './safe-href.ts';

// The types of mdast as the reader gives them: its own package holds types only, which cannot be imported.
type Root = ReturnType<typeof fromMarkdown>;
type RootContent = Root['children'][number];
type PhrasingContent = Extract<RootContent, { type: 'paragraph' }>['children'][number];
type Nodes = Root | RootContent;

/**
 * Reads a person's text as simple markdown (CommonMark 0.31 and GFM's strike and bare links) into our own tree. Raw
 * HTML is text, as is every link that is not https. What looks like an attack on the reader of markdown, or is longer
 * than `limits.markdown`, is shown as plain text. Never throws.
 */
export function markdown(source: string): Rich {
  const { text, cut } = cleanText(source);
  if (cut || tooTangled(text)) return plainText(source);
  const tree = fromMarkdown(text, {
    extensions: [
      gfmAutolinkLiteral(),
      gfmStrikethrough({ singleTilde: false }),
      // Raw HTML and its like stay what was typed. No title is made by a line of dashes under a sentence, no code by
      // a few spaces before one, and no definition hides an address at the end.
      {
        disable: {
          null: ['htmlFlow', 'htmlText', 'setextUnderline', 'codeIndented', 'definition', 'thematicBreak']
        }
      }
    ],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown(), gfmStrikethroughFromMarkdown()]
  });
  return { blocks: tree.children.flatMap((node) => block(node, 0)), cut: false };
}

/** Marks that open something cost the reader more than their length: so many of them are no text. */
function tooTangled(text: string): boolean {
  if (text.length > limits.markdown) return true;
  const marks = text.match(/[*_~`[\]<&]/g)?.length ?? 0;
  return marks > limits.marks || /^(?:[^\S\n]*(?:>|[-+*]|\d+[.)])){12}/m.test(text) || /[[\]]{40}/.test(text);
}

function block(node: RootContent, depth: number): Block[] {
  if (depth > limits.depth) return [{ kind: 'paragraph', inside: lines(wordsOf(node)) }];
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', inside: inlines(node.children, depth) }];
    case 'heading':
      return [{ kind: 'paragraph', inside: [{ kind: 'strong', inside: inlines(node.children, depth + 1) }] }];
    case 'blockquote':
      return [{ kind: 'quote', inside: node.children.flatMap((child) => block(child, depth + 1)) }];
    case 'list': {
      const items = node.children.map((item) => item.children.flatMap((child) => block(child, depth + 1)));
      return [{ kind: 'list', ordered: node.ordered === true, start: node.start ?? 1, items }];
    }
    case 'code':
      return [{ kind: 'pre', text: node.value }];
    default: {
      const text = wordsOf(node);
      return text === '' ? [] : [{ kind: 'paragraph', inside: lines(text) }];
    }
  }
}

function inlines(nodes: readonly PhrasingContent[], depth: number): Inline[] {
  return nodes.flatMap((node) => inline(node, depth));
}

function inline(node: PhrasingContent, depth: number): Inline[] {
  if (depth > 2 * limits.depth) return lines(wordsOf(node));
  switch (node.type) {
    case 'text':
      return lines(node.value);
    case 'break':
      return [{ kind: 'break' }];
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }];
    case 'emphasis':
    case 'strong':
      return [{ kind: node.type, inside: inlines(node.children, depth + 1) }];
    case 'delete':
      return [{ kind: 'strike', inside: inlines(node.children, depth + 1) }];
    case 'link':
      return link(node.url, wordsOf(node), inlines(node.children, depth + 1));
    case 'image':
      return link(node.url, node.alt ?? '', lines(node.alt ?? ''));
    default:
      return lines(wordsOf(node));
  }
}

/** A link where the address is safe, else its words and, so that nothing is hidden, the address as text. */
function link(url: string, words: string, inside: Inline[]): Inline[] {
  // The scheme of a bare "www.example.org" is a guess of GFM (6.9); ours is the safe one.
  const meant = /^www\./i.test(words) ? url.replace(/^http:/, 'https:') : url;
  const href = safeHref(meant);
  if (href === undefined) {
    const shown = words === '' || url === words || url === `mailto:${words}` || url === `http://${words}`;
    return shown ? lines(words || url) : [...inside, { kind: 'text', text: ` (${url})` }];
  }
  const isBare = words === '' || words === url || meant.endsWith(`://${words}`);
  if (isBare) return [{ kind: 'link', href, inside: [{ kind: 'text', text: shortAddress(href) }] }];
  const host = claimedElsewhere(words, href);
  return [host === undefined ? { kind: 'link', href, inside } : { kind: 'link', href, inside, host }];
}

/** The words in a piece of the tree, however deep, without calling itself: depth is what an attacker chooses. */
function wordsOf(node: Nodes): string {
  const open: Nodes[] = [node];
  let words = '';
  for (let next = open.pop(); next; next = open.pop()) {
    if ('value' in next) words += next.value;
    else if ('alt' in next) words += next.alt ?? '';
    else if ('children' in next) open.push(...[...next.children].reverse());
  }
  return words;
}
