import type { View } from '#lib/cache/view.ts';
import { alone } from '#lib/people/alone.ts';
import { documentOf } from '#lib/people/address.ts';
import { isKnown } from '#lib/people/known.ts';
import type { House } from '#lib/people/me.ts';
import type { Read } from '#lib/query/ask.ts';
import { opened } from '../chat.question.ts';
import type { Chat } from '../chat.ts';
import { allDays } from '../export/all-days.ts';
import { findDays } from '../find-days.ts';
import { foundDays } from '../looked-for.ts';
import { reachesStart } from '../messages.question.ts';
import { idle } from './idle.ts';
import { copiedOf, noteCopied } from './copied.ts';
import { copyDocuments } from './copy-documents.ts';
import { copyFolder } from './copy-place.ts';
import type { CopyState } from './copy-state.ts';

/** Documents that are on their way at once: what somebody writes meanwhile must not wait behind a year. */
const TOGETHER = 4;

/**
 * Brings my copy of a chat up to date: `only` these documents, as this device remembers them, or the whole chat, whose
 * days are fetched where they were never read. Does nothing where no copy is wanted, or the chat is away. Resolves when
 * everything has arrived in my space, or stopped; a page that closes goes on the next time.
 */
export function keepUp(
  house: House,
  chat: string,
  { only, onState }: { only?: ReadonlySet<string>; onState: (state: CopyState) => void }
): Promise<void> {
  return alone(`copy ${chat}`, async () => {
    const folder = await copyFolder(house.me, chat);
    const head = await headNow(house, chat);
    if (!head.isKept) return;
    const before = await copiedOf(house, chat);
    const current = () => before && onState({ kind: 'current', ...before });
    if (head.isCopy) return void current();
    if (await tellStopped(house, folder, onState)) return;
    if (only) {
      const views = await Promise.all([...only].map((url) => house.asking.read(url)));
      await copyDocuments(house, chat, views);
      return void current();
    }
    const views = await everything(house, head, onState);
    for (let done = 0; done < views.length; done += TOGETHER) {
      onState({ kind: 'copying', done, of: views.length });
      await idle();
      if (!(await headNow(house, chat)).isKept) return;
      const entries = await copyDocuments(house, chat, views.slice(done, done + TOGETHER));
      // What stopped is told of below, in the words of the outbox.
      await house.sync.settled(entries).catch(() => undefined);
      if (await tellStopped(house, folder, onState)) return;
    }
    const copied = { at: house.now(), missing: views.filter(({ document }) => document?.problem).length };
    await noteCopied(house, chat, copied);
    onState({ kind: 'current', ...copied });
  });
}

const headNow = async (house: House, chat: string): Promise<Chat> =>
  (await opened(house.me, chat)(house.asking.read)).head;

async function tellStopped(
  house: House,
  folder: string,
  onState: (state: CopyState) => void
): Promise<boolean> {
  const outbox = await house.sync.outbox();
  const stopped = outbox.find(({ document, problem }) => problem && document.startsWith(folder));
  if (stopped) onState({ kind: 'failed', problem: stopped.problem!.kind, entry: stopped.id });
  return stopped !== undefined;
}

/** The index first, which says who and what; then the newest day. */
async function everything(house: House, head: Chat, onState: (state: CopyState) => void): Promise<View[]> {
  const read = fetchedOnce(house);
  const onRead = (documents: number) => onState({ kind: 'reading', documents });
  const now = new Date(house.now());
  const all = async () =>
    allDays(read, head.id, { found: (await foundDays(house, head.id)).days, now, onRead });
  let views = await all();
  if (!reachesStart(views, head.id, head)) {
    // Other apps link no days. Where I may not list there is nothing to be found.
    const isMore = await findDays(house, head.id, { most: 10_000 }).catch(() => false);
    if (isMore) views = await all();
  }
  const index = documentOf(head.id);
  return [...views.filter(({ url }) => url === index), ...views.filter(({ url }) => url !== index)];
}

function fetchedOnce({ sync, asking }: House): Read {
  const asked = new Set<string>();
  return async (url, wish) => {
    const view = await asking.read(url, wish);
    if ((isKnown(view) && !view.document?.problem) || asked.has(view.url)) return view;
    asked.add(view.url);
    await sync.refresh([view.url]);
    return asking.read(url, wish);
  };
}
