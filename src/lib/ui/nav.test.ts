import { expect, it } from 'vitest';
import { isHere } from './nav.ts';

it.each([
  ['/home', '/home', true],
  ['/home', '/home/', true],
  ['/home?x=1', '/home', true],
  ['/settings', '/settings/devices', true],
  ['/people', '/people-of-mine', false],
  ['/', '/', true],
  ['/', '/home', false]
])('%s at %s: %s', (href, path, expected) => expect(isHere(href, path)).toBe(expected));
