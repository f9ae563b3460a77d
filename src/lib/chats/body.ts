import type { Chain } from './chain.rules.ts';
import type { Body } from './message.ts';

/** Nobody sees anything of it: white space, and what only steers other letters (Unicode's Cc and Cf). */
const NOTHING = /^[\s\p{Cc}\p{Cf}]*$/u;

/** What sendFile puts before a name so that no two are the same. */
const MINTED = /^f[0-9a-hjkmnp-tv-z]{26}-(?=.)/;

const PICTURE = /\.(gif|jpe?g|png|webp|avif|svg)$/i;

/** What a message says. In LongChat a picture or file is a message whose whole content is its address. */
export function bodyOf({ first, latest, deletion }: Chain): Body {
  if (deletion) return { kind: 'deleted', by: deletion.maker ?? first.maker ?? '', at: deletion.created };
  const content = latest?.content;
  if (content === undefined || NOTHING.test(content)) return { kind: 'nothing' };
  const url = addressIn(content.trim());
  if (!url) return { kind: 'text', text: content };
  return { kind: 'file', url: url.href, isPicture: PICTURE.test(url.pathname), name: nameOf(url) };
}

/** Only what has the name of a file: a link to a page is a text, but for a page that somebody sent. */
function addressIn(content: string): URL | undefined {
  if (!/^https?:\/\/[^\s<>"]+$/i.test(content) || !URL.canParse(content)) return undefined;
  const url = new URL(content);
  const name = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  const isPage = /\.(html?|php|aspx?)$/i.test(name) && !MINTED.test(name);
  return /\.[a-z0-9]{1,8}$/i.test(name) && !isPage ? url : undefined;
}

function nameOf(url: URL): string {
  const last = url.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last).replace(MINTED, '');
  } catch {
    // A stray percent sign.
    return last;
  }
}
