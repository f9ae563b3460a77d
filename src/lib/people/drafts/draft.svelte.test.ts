// @vitest-environment client
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import { Draft, draftKey } from './draft.svelte.ts';
import { lastWords } from './last-words.ts';
import { keepDrafts } from './under-way.ts';

const me = { id: 'https://anna.example/card#me', storage: 'https://anna.example/', issuer: '' };
function houseOf(cache = memoryCache()) {
  const notes = {
    get: (key: string) => cache.note(key),
    set: (key: string, value: unknown) => cache.setNote(key, value),
    keys: (prefix: string) => cache.noteKeys(prefix)
  };
  return { me, notes };
}
type TestHouse = ReturnType<typeof houseOf> & { notes: { fleeting?: boolean } };
const open = async (house: TestHouse, place = 'home', start = { text: '' }) => {
  const draft = new Draft(house, place, start);
  await expect.poll(() => draft.ready, { timeout: 2_000 }).toBe(true);
  return draft;
};
const type = (draft: Draft, text: string, extra = '') => {
  draft.text = text;
  draft.extra = extra;
  draft.changed();
};

/** As a browser's: what is set is there at once. */
function storageOf(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear()
  };
}
let storage: Storage;
beforeEach(() => {
  storage = storageOf();
  vi.stubGlobal('localStorage', storage);
  let now = 1_000_000;
  vi.spyOn(Date, 'now').mockImplementation(() => ++now);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a draft', () => {
  it('is kept at every place at once when the page is about to go', async () => {
    const house = houseOf();
    const drafts = [await open(house), await open(house, 'edit:x')];
    for (const draft of drafts) type(draft, 'Half a thou');
    await keepDrafts();
    expect(drafts.map(({ kept }) => kept)).toEqual([true, true]);
  });

  it('takes the same words from elsewhere once, however often they come', async () => {
    const draft = await open(houseOf());
    for (const text of ['Shared', 'Another', 'Shared']) await draft.add({ text });
    expect(draft.text).toBe('Shared\n\nAnother');
  });

  it('is kept as it is typed, with what belongs to it, for its place', async () => {
    const house = houseOf();
    const draft = await open(house);
    type(draft, 'Half a thou', 'public');
    expect(draft.kept).toBe(false);
    await draft.keep();
    expect(draft.kept).toBe(true);
    const again = await open(house);
    expect([again.text, again.extra, again.kept]).toEqual(['Half a thou', 'public', true]);
    expect((await open(house, 'edit:x')).text).toBe('');
  });

  it('is there when the tab was killed in the moment after the key, before the database had it', async () => {
    const house = houseOf();
    const draft = await open(house);
    house.notes.set = () => new Promise(() => {}); // nothing reaches the database any more
    type(draft, 'Half');
    type(draft, 'Half a thought');
    expect((await open(houseOf())).text).toBe('Half a thought');
  });

  it('leaves nothing beside the database once that has it, and takes over what it finds', async () => {
    const house = houseOf();
    const draft = await open(house);
    type(draft, 'One');
    await draft.keep();
    expect(storage.length).toBe(0);
    const dead = { by: 'dead', at: Date.now(), text: 'Of a dead tab', extra: '' };
    lastWords.write(me.id, 'home', dead);
    const next = await open(house);
    expect(next.text).toBe('Of a dead tab');
    expect(next.others.map(({ text }) => text)).toEqual(['One']);
    type(next, 'Of a dead tab, and more');
    await next.keep();
    expect(storage.length).toBe(0);
    const all = (await house.notes.get(draftKey('home'))) as { text: string }[];
    expect(all.map(({ text }) => text)).toEqual(['Of a dead tab, and more', 'One']);
  });

  it('writes at once, and one write after the other', async () => {
    const house = houseOf();
    const draft = await open(house);
    const set = vi.spyOn(house.notes, 'set');
    for (const text of ['a', 'ab', 'abc', 'abcd']) type(draft, text);
    await draft.keep();
    expect(set.mock.calls.length).toBeLessThanOrEqual(2);
    expect((await open(house)).text).toBe('abcd');
  });

  it('is gone once it is sent', async () => {
    const house = houseOf();
    const draft = await open(house);
    type(draft, 'Sent', 'public');
    await draft.clear();
    expect([draft.text, draft.extra, draft.kept]).toEqual(['', '', false]);
    expect((await open(house)).text).toBe('');
    expect(await house.notes.get(draftKey('home'))).toBeUndefined();
    expect(storage.length).toBe(0);
  });

  it('begins with what stands there, and never writes over who types first', async () => {
    expect((await open(houseOf(), 'edit:x', { text: 'As it was' })).text).toBe('As it was');
    const house = houseOf();
    type(await open(house), 'Old');
    const draft = new Draft(house, 'home');
    type(draft, 'N');
    await draft.keep();
    expect([draft.text, draft.others[0]?.text]).toEqual(['N', 'Old']);
  });

  it('survives nonsense in the memory and in the storage', async () => {
    const house = houseOf();
    await house.notes.set('draft:home', [5, { by: 1 }]);
    storage.setItem(`hearth:draft ${JSON.stringify([me.id, 'home', 'x'])}`, '{');
    expect((await open(house)).text).toBe('');
  });

  it('is kept by the database alone where there is no other storage, or it is full', async () => {
    const house = houseOf();
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const draft = await open(house);
    type(draft, 'Still here');
    await draft.keep();
    expect((await open(house)).text).toBe('Still here');
  });

  it('of another person is not touched, and one that is forgotten is gone', async () => {
    const other = { ...houseOf(), me: { ...me, id: 'https://bob.example/#me' } };
    lastWords.write(me.id, 'home', { by: 'a', at: 1, text: 'Anna’s', extra: '' });
    expect((await open(other)).text).toBe('');
    lastWords.forget(other.me.id);
    expect((await open(houseOf())).text).toBe('Anna’s');
    lastWords.forget(me.id);
    expect((await open(houseOf())).text).toBe('');
  });
});

describe('two tabs at one place', () => {
  it('do not destroy each other: the newest is shown, the other one kept beside it', async () => {
    const house = houseOf();
    const [one, two] = [await open(house), await open(house)];
    type(one, 'From the first');
    await one.keep();
    type(two, 'From the second');
    await two.keep();
    type(one, 'From the first, longer');
    await one.keep();
    const third = await open(house);
    expect(third.text).toBe('From the first, longer');
    expect(third.others.map(({ text }) => text)).toEqual(['From the second']);
    await third.take(third.others[0]!);
    expect([third.text, third.others]).toEqual(['From the first, longer\n\nFrom the second', []]);
    expect((await open(house)).others).toEqual([]);
  });

  it('one of them sends: the other text stays', async () => {
    const house = houseOf();
    const [one, two] = [await open(house), await open(house)];
    type(one, 'Mine');
    type(two, 'Yours');
    await Promise.all([one.keep(), two.keep()]);
    await two.clear();
    expect((await open(house)).text).toBe('Mine');
  });

  it('what one of them sent is gone from the other when somebody comes back to it', async () => {
    const house = houseOf();
    const one = await open(house);
    type(one, 'Said once');
    await one.keep();
    const two = await open(house);
    await two.clear();
    await one.look();
    expect(one.text).toBe('');
    type(one, 'New');
    await one.look();
    expect(one.text).toBe('New');
  });

  /** Every `storage` event that these steps give the other tabs. */
  async function telling(draft: Draft, steps: () => Promise<void>) {
    const told: Promise<void>[] = [];
    const tell = (key: string, newValue: string | null, oldValue: string | null) =>
      told.push(draft.heard({ key, newValue, oldValue }));
    const { setItem, removeItem } = storage;
    storage.setItem = (key, value) => {
      const before = storage.getItem(key);
      setItem(key, value);
      tell(key, value, before);
    };
    storage.removeItem = (key) => {
      const before = storage.getItem(key);
      removeItem(key);
      if (before !== null) tell(key, null, before);
    };
    await steps();
    await Promise.all(told);
    Object.assign(storage, { setItem, removeItem });
  }

  it('what one of them sends goes from the other that shows it untouched, at once', async () => {
    const house = houseOf();
    const one = await open(house);
    type(one, 'Said once');
    await one.keep();
    const [two, three] = [await open(house), await open(house)];
    // The first wrote it, the second took it over: gone once the database has that.
    await telling(three, () => two.clear());
    expect([three.text, three.kept]).toEqual(['', false]);
  });

  it('what somebody went on with stays, and so does the text of who goes on typing', async () => {
    const house = houseOf();
    const one = await open(house);
    type(one, 'Said');
    await one.keep();
    const two = await open(house);
    await telling(two, async () => {
      type(one, 'Said more');
      await one.keep();
    });
    expect(two.text).toBe('Said');
    type(two, 'Said otherwise');
    await two.keep();
    await telling(two, () => one.clear());
    expect(two.text).toBe('Said otherwise');
  });

  it('what one of them sends is not offered by the other any more', async () => {
    const house = houseOf();
    const [one, two] = [await open(house), await open(house)];
    type(one, 'Mine');
    type(two, 'Yours');
    await Promise.all([one.keep(), two.keep()]);
    const three = await open(house);
    expect(three.others).toHaveLength(1);
    type(three, 'A third');
    await three.keep();
    await telling(three, () => one.clear());
    expect([three.text, three.others.map(({ text }) => text)]).toEqual(['A third', []]);
  });

  it('one that is thrown away is gone, and nothing else', async () => {
    const house = houseOf();
    const [one, two] = [await open(house), await open(house)];
    type(one, 'First');
    await one.keep();
    type(two, 'Second');
    await two.keep();
    const third = await open(house);
    await third.drop(third.others[0]!);
    const last = await open(house);
    expect([last.text, last.others]).toEqual(['Second', []]);
  });

  it('where the notes go with the page, is not called kept, and the last words stay until it is sent', async () => {
    const first = houseOf();
    const draft = await open({ ...first, notes: { ...first.notes, fleeting: true } });
    type(draft, 'half a word');
    await draft.keep();
    expect(draft.kept).toBe(false);
    // The page is loaded anew: its notes are gone.
    const second = houseOf();
    const again = await open({ ...second, notes: { ...second.notes, fleeting: true } });
    expect(again.text).toBe('half a word');
    await again.clear();
    expect((await open(houseOf())).text).toBe('');
  });
});
