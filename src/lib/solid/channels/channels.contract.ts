import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { outcome } from '../outcome.testing.ts';
import type { Somebody } from '../pod.contract.ts';
import type { Channel, Channels, Ended, Notice } from './channels.ts';

export interface Listener extends Somebody {
  readonly channels: Channels;
}

/** Two people on one server that takes subscriptions. */
export interface ListeningCast {
  readonly anna: Listener;
  readonly bob: Listener;
  stop(): Promise<void>;
}

const turtle = 'text/turtle';
const note = (words: string) => `<#it> <#says> "${words}".`;
// Only a limit for what never comes.
const soon = <T>(holds: () => T) => vi.waitFor(holds, { timeout: 10_000, interval: 5 });

/** What every Channels promises. Each implementation runs this, the real server included. */
export function channelsContract(setUp: () => Promise<ListeningCast>): void {
  let cast: ListeningCast;
  let n = 0;
  const closing: (() => void)[] = [];
  beforeAll(async () => {
    cast = await setUp();
  });
  afterEach(() => closing.splice(0).forEach((close) => close()));
  afterAll(() => cast.stop());

  /** Listens until the test is over. */
  const hear = (who: Listener, channel: Channel, topic: string) => {
    const ears = { opened: 0, heard: [] as Notice[], ended: [] as Ended[], close: () => {} };
    ears.close = who.channels.listen(channel, topic, {
      opened: () => ears.opened++,
      heard: (notice) => ears.heard.push(notice),
      ended: (why) => ears.ended.push(why)
    });
    closing.push(ears.close);
    return ears;
  };
  const channelFor = async (who: Listener, topic: string) => {
    const { url } = await who.channels.find(topic);
    return who.channels.subscribe(url!, topic);
  };
  const listening = async (who: Listener, topic: string) => {
    const channel = await channelFor(who, topic);
    const ears = hear(who, channel, topic);
    await soon(() => expect(ears.opened).toBe(1));
    return { ears, channel };
  };
  const fresh = async () => {
    const url = `${cast.anna.storage}heard/n${++n}.ttl`;
    await cast.anna.pod.create(url, note('zero'), turtle);
    return url;
  };

  describe('channels', () => {
    it('are offered for a whole storage', async () => {
      const { storage, url } = await cast.anna.channels.find(await fresh());
      expect(cast.anna.storage.startsWith(storage)).toBe(true);
      expect(url).toMatch(/^http/);
      // Also for what is not there yet.
      expect((await cast.anna.channels.find(`${cast.anna.storage}nothing/yet.ttl`)).url).toBe(url);
    });

    it('tell of a change, with the ETag that a reading finds', async () => {
      const url = await fresh();
      const { ears, channel } = await listening(cast.anna, url);
      expect(channel.endAt).toBeGreaterThan(Date.now());
      await cast.anna.pod.replace(url, note('one'), turtle);
      await soon(() => expect(ears.heard).toHaveLength(1));
      expect(ears.heard[0]!.state).toBe((await cast.anna.pod.read(url))!.etag);
      await cast.anna.pod.remove(url);
      await soon(() => expect(ears.heard).toHaveLength(2));
      expect(ears.heard[1]).toEqual({});
    });

    it('of a container tell when children come and go, and not of a change inside one', async () => {
      const child = await fresh();
      const folder = `${cast.anna.storage}heard/`;
      const { ears } = await listening(cast.anna, folder);
      const beside = await listening(cast.anna, child);
      await cast.anna.pod.replace(child, note('inside'), turtle);
      await soon(() => expect(beside.ears.heard).toHaveLength(1));
      await cast.anna.pod.create(`${folder}more${++n}.ttl`, note('more'), turtle);
      await soon(() => expect(ears.heard.length).toBeGreaterThan(0));
      expect(ears.heard).toHaveLength(1);
      await cast.anna.pod.remove(child);
      await soon(() => expect(ears.heard).toHaveLength(2));
    });

    it('tell of a document that was not there before', async () => {
      const url = `${cast.anna.storage}heard/later${++n}.ttl`;
      const { ears } = await listening(cast.anna, url);
      await cast.anna.pod.create(url, note('now'), turtle);
      await soon(() => expect(ears.heard).toHaveLength(1));
    });

    it('are for those who may read', async () => {
      const url = await fresh();
      const { url: service } = await cast.anna.channels.find(url);
      expect(await outcome(cast.bob.channels.subscribe(service!, url))).toBe('forbidden');
    });

    it('can be left and opened again, by anyone who kept them', async () => {
      const url = await fresh();
      const { ears, channel } = await listening(cast.anna, url);
      ears.close();
      const [one, two] = [hear(cast.anna, channel, url), hear(cast.anna, channel, url)];
      await soon(() => expect([one.opened, two.opened]).toEqual([1, 1]));
      await cast.anna.pod.replace(url, note('again'), turtle);
      await soon(() => expect([one.heard.length, two.heard.length]).toEqual([1, 1]));
      expect(ears.heard).toEqual([]);
      expect(ears.ended).toEqual([]);
    });

    it('that the server does not know are refused, once', async () => {
      const url = await fresh();
      const { channel } = await listening(cast.anna, url);
      const ears = hear(cast.anna, { receiveFrom: `${channel.receiveFrom}-not` }, url);
      await soon(() => expect(ears.ended).toEqual(['refused']));
    });
  });
}
