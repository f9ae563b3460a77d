// @vitest-environment client
import { expect, it } from 'vitest';
import type { Messages } from './chat.ts';
import type { Message } from './message.ts';
import { NewFrom } from './new-from.svelte.ts';
import { Seen } from './seen.svelte.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));
const message = (minute: number, isMine = false) =>
  ({ id: `m${minute}`, isMine, at: at(minute), body: { kind: 'text', text: '' } }) as unknown as Message;

/** A chat of messages `from` to `last`, one a minute, read until `read`; and what was noted as read. */
function opened(from: number, last: number, read: number, now = at(last)) {
  const list = Array.from({ length: last - from + 1 }, (_, n) => message(from + n));
  const shown: Messages = {
    list,
    isStart: false,
    isComplete: true,
    isBehind: false,
    isTorn: false,
    firstUnread: list.find((each) => each.at > at(read))?.id,
    readUntil: at(read),
    readAhead: new Set(),
    follow: []
  };
  const noted: number[] = [];
  const ahead: string[] = [];
  const seen = new Seen(() => ({
    saw: (until) => noted.push(until.getUTCMinutes()),
    sawAhead: (messages) => ahead.push(...messages),
    write: () => {}
  }));
  const fresh = new NewFrom();
  const looks = (first: number, to: number) => {
    seen.look(list.filter((each) => each.at >= at(first) && each.at <= at(to)));
    seen.note(shown, fresh, now.getTime());
  };
  return { list, shown, noted, ahead, seen, fresh, looks };
}

it('notes what was in the window, one after the other', () => {
  const { noted, fresh, looks, shown, seen } = opened(0, 30, 10);
  fresh.begin('m11', at(10), true);
  looks(8, 14);
  looks(14, 20);
  expect(noted).toEqual([14, 20]);
  expect(seen.missed(shown)).toBe(10);
});

it('notes what is dated after now by itself, and goes on noting what comes above it', () => {
  const { noted, ahead, looks, shown, seen } = opened(0, 30, 10, at(29));
  looks(10, 20);
  looks(20, 30);
  looks(20, 30);
  expect([noted, ahead]).toEqual([[20, 29, 29], ['m30']]);
  expect(seen.missed(shown)).toBe(0);
});

it('does not note what was not looked at before it is known where the chat opens', () => {
  const { noted, seen, shown, list } = opened(0, 30, 10);
  seen.look(list.slice(-6));
  expect(noted).toEqual([]);
  expect(seen.missed(shown)).toBe(0);
});

it('notes nothing that is new while older ones of it were never here', () => {
  const { noted, fresh, looks, shown } = opened(20, 50, 10);
  fresh.begin('m20', at(10), true);
  looks(20, 26);
  looks(45, 50);
  expect(noted).toEqual([]);
  expect(fresh.isAway(shown)).toBe(true);
});

it('notes nothing after a jump over what is new, and offers the way to it', () => {
  const { noted, fresh, looks, shown } = opened(0, 30, 10);
  looks(2, 10);
  looks(24, 30);
  expect(noted.filter((minute) => minute > 10)).toEqual([]);
  expect([fresh.first, fresh.isAway(shown)]).toEqual(['m11', true]);
  looks(11, 17);
  expect([fresh.isAway(shown), noted.at(-1)]).toEqual([false, 17]);
});

it('notes nothing where the chat opens at another message, until somebody comes to the oldest that is new', () => {
  const { noted, fresh, looks } = opened(0, 30, 10);
  fresh.begin('m11', at(10), false);
  looks(24, 30);
  expect(noted).toEqual([]);
  looks(9, 15);
  expect(noted).toEqual([15]);
});

it('notes all as read for whoever goes to the newest over what is new', () => {
  const { noted, fresh, looks, shown, seen } = opened(20, 50, 10);
  fresh.begin('m20', at(10), true);
  looks(20, 26);
  seen.skip(shown, fresh, at(59).getTime());
  looks(45, 50);
  expect(noted).toEqual([50, 50]);
  expect([fresh.isAway(shown), seen.missed(shown)]).toEqual([false, 0]);
});
