import { expect, it } from 'vitest';
import { sniffed } from './sniff.ts';

const bytes = (latin1: string) => Uint8Array.from(latin1, (char) => char.charCodeAt(0));

it.each([
  ['\x89PNG\r\n\x1a\nrest', 'image/png'],
  ['\xff\xd8\xff\xe0rest', 'image/jpeg'],
  ['GIF87arest', 'image/gif'],
  ['GIF89arest', 'image/gif'],
  ['RIFF\x10\0\0\0WEBPVP8 ', 'image/webp'],
  ['\0\0\0\x1cftypavif\0\0\0\0', 'image/avif'],
  ['\0\0\0\x1cftypavis\0\0\0\0', 'image/avif'],
  ['\0\0\0\x1cftypisom\0\0\0\0', 'application/octet-stream'],
  ['RIFF\x10\0\0\0WAVEfmt ', 'application/octet-stream'],
  ['<svg xmlns="http://www.w3.org/2000/svg">', 'application/octet-stream'],
  ['<!doctype html><script>', 'application/octet-stream'],
  [' \x89PNG\r\n\x1a\n', 'application/octet-stream'],
  ['\x89PNG', 'application/octet-stream'],
  ['', 'application/octet-stream']
])('%j is %s, whatever it claims', async (content, type) => {
  const blob = await sniffed(new Blob([bytes(content)], { type: 'image/svg+xml' }));
  expect(blob.type).toBe(type);
  expect(new Uint8Array(await blob.arrayBuffer())).toEqual(bytes(content));
});
