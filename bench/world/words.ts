const SENTENCES = [
  'Soup is on the stove, come when you like.',
  'The tram stood still again this morning, so I walked along the canal and saw two herons.',
  'Does anybody have a ladder I could borrow on Saturday?',
  'We are back. **Thank you** for watering the tomatoes!',
  'Reading this just now: https://library.example/books/1284',
  'It snowed.',
  'The choir sings on the 14th, at seven, in the old fire station. Bring somebody who says they cannot sing.',
  'I mended the bicycle:\n- new chain\n- old brakes\n- a bell that can be heard in the next valley'
];

/** One to three sentences, the same for the same address. */
export function wordsOf(address: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < address.length; i++) hash = Math.imul(hash ^ address.charCodeAt(i), 0x01000193) >>> 0;
  const count = 1 + (hash % 3);
  return Array.from({ length: count }, (_, n) => SENTENCES[(hash >>> (3 + 3 * n)) % SENTENCES.length]).join(
    ' '
  );
}
