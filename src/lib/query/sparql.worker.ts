import { run, type Asked, type Binding } from './engine.ts';
import { troubleOf, type Trouble } from './trouble.ts';

/** What comes back: an answer, or why there is none. */
export type Reply = { readonly found: Binding[] } | { readonly trouble: Trouble };

// One question at a time: the next is sent when this one is answered.
self.onmessage = async ({ data }: MessageEvent<Asked>) => {
  const reply = await run(data).then(
    (found): Reply => ({ found }),
    (error: unknown): Reply => ({ trouble: troubleOf(error) })
  );
  self.postMessage(reply);
};
