import { markdown } from '#lib/ui/markdown.ts';
import { escaped } from './escaped.ts';
import type { Letter, Letters } from './letters.ts';
import { link, richHtml } from './rich-html.ts';
import { STYLE } from './style.ts';
import { exported as words } from './words.ts';

// Nothing may run and nothing is loaded, whatever a text holds (CSP 3): the file is read by itself, without a network.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A chat as one HTML page that needs nothing but a browser. */
export function asHtml({ title, about, address, missing, list, files }: Letters): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(POLICY)}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1 dir="auto">${escaped(title)}</h1>`,
    `<p dir="auto">${escaped(about)}</p>`,
    `<p class="small">${escaped(address)}</p>`,
    ...(missing === undefined ? [] : [`<p><strong>${escaped(missing)}</strong></p>`]),
    ...list.map((letter, n) => dayHead(letter, list[n - 1]) + article(letter)),
    ...(list.length || missing !== undefined ? [] : [`<p>${words.nothing}</p>`]),
    ...(files.length ? filesList(files) : []),
    '</main>',
    '</body>',
    '</html>',
    ''
  ].join('\n');
}

const dayHead = ({ when }: Letter, before: Letter | undefined): string =>
  before?.when.day === when.day ? '' : `<h2>${when.day}</h2>\n`;

function article({ who, when, text, isNote, file, answers, marks, reactions }: Letter): string {
  const small = (line: string) => `<p class="small" dir="auto">${escaped(line)}</p>`;
  return [
    '<article>',
    `<p class="head"><b dir="auto">${escaped(who)}</b> <time datetime="${when.iso}">${when.time}</time></p>`,
    ...(answers === undefined ? [] : [small(answers)]),
    isNote ? `<p class="note" dir="auto">${escaped(text)}</p>` : richHtml(markdown(text)),
    ...(file ? [`<p>${link(file.url, escaped(file.url))}</p>`] : []),
    ...(marks.length ? [small(marks.join('; '))] : []),
    ...(reactions.length ? [small(reactions.join('   '))] : []),
    '</article>'
  ].join('\n');
}

const filesList = (files: Letters['files']): string[] => [
  `<h2>${words.files}</h2>`,
  `<p>${words.filesAre}</p>`,
  '<ul>',
  ...files.map(({ name, url }) => `<li dir="auto">${escaped(name)}: ${link(url, escaped(url))}</li>`),
  '</ul>'
];
