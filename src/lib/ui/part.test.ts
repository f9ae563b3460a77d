// @vitest-environment client
import { beforeEach, expect, it } from 'vitest';
import { part } from './part.ts';
import { toasts } from './toasts.svelte.ts';
import { words } from './words.ts';

const said = () => toasts.list.map(({ text }) => text);
beforeEach(() => toasts.list.forEach(({ id }) => toasts.close(id)));

it('hands over what was loaded and says nothing', async () => {
  expect(await part(async () => 5)).toBe(5);
  expect(said()).toEqual([]);
});

it('says so when it cannot be fetched', async () => {
  expect(await part(() => Promise.reject(new TypeError('Failed to fetch')))).toBeUndefined();
  expect(said()).toEqual([words.notLoaded]);
});

it('throws what is wrong with the part itself', async () => {
  await expect(part(() => Promise.reject(new SyntaxError('broken')))).rejects.toThrow('broken');
  expect(said()).toEqual([]);
});
