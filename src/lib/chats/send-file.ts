import type { House } from '#lib/people/me.ts';
import { moment } from '#lib/people/moment.ts';
import { headFor } from './head.ts';
import { say, type Sent } from './send.ts';
import { labels } from './words.ts';

/**
 * Puts a picture or file beside the day's document, where exactly the people of the chat can read it, and sends its
 * address: in LongChat that alone is the content. Its name stays readable at the end of the address.
 */
export async function sendFile(
  house: House,
  id: string,
  { file, name }: { file: Blob; name: string },
  now = moment(house)
): Promise<Sent> {
  const chat = await headFor(house, id);
  const contentType = file.type || 'application/octet-stream';
  return say(house, chat, { text: '' }, now, {
    label: labels.file,
    before: ({ day }) => {
      const document = `${day.slice(0, day.lastIndexOf('/') + 1)}f${now.ulid.toLowerCase()}-${plain(name)}`;
      return {
        text: document,
        writes: [{ document, intent: { kind: 'create', body: file, contentType }, label: labels.file }]
      };
    }
  });
}

/** Servers take these for what they are told of the document without the ending. */
const MEANT_FOR_SERVERS = ['acl', 'acr', 'meta'];

/** Letters, digits and one ending. */
function plain(name: string): string {
  const [, stem = '', ending = 'bin'] = /^(.*?)(?:\.([A-Za-z0-9]{1,8}))?$/s.exec(name) ?? [];
  const short = stem
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const last = ending.toLowerCase();
  return `${short || 'file'}.${MEANT_FOR_SERVERS.includes(last) ? 'bin' : last}`;
}
