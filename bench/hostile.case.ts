import { remembered, settleIn, somebodyIn } from '../e2e/bad-input/support/crowd.ts';
import { openGate } from '../e2e/bad-input/support/gate.ts';
import type { Bench } from './doors.ts';
import { BEHAVIOURS, GOOD, HARDEST, hostility } from './hostile/crowd.ts';
import { allSeen, lookFrom, longTasks } from './hostile/seen.ts';
import { moveIn } from '../scripts/demo/neighbour.ts';
import { withPlace } from './home/place.ts';
import { signIn } from './home/sign-in.ts';
import { interleaved, median, ratioOf } from './rounds.ts';
import { row, type Row } from './row.ts';
import { freePort } from './servers/free-port.ts';

const nameOf = (key: string) => `${key[0]!.toUpperCase()}${key.slice(1)} Friend`;

/**
 * A first look on a new device, in the real browser with the built client: until the posts of all friends who behave
 * stand there, while seventeen others misbehave, against the same while everybody behaves.
 */
export async function hostile(bench: Bench): Promise<Row[]> {
  bench.say(`hostile: ${GOOD.length} friends, and ${BEHAVIOURS.length} who mean harm ...`);
  const hostileSide = await hostility();
  const gate = await openGate(hostileSide.origin);
  const port = await freePort();
  gate.real = `http://localhost:${port}`;
  const more = ['--port', String(port), '--base-url', gate.url];
  try {
    return await withPlace(
      bench,
      async ({ app, pods, browser }) => {
        const rita = await moveIn(bench, pods, 'Rita');
        const host = await moveIn(bench, pods, 'Host');
        for (const { house } of [rita, host]) house.sync.close();
        const people = [...GOOD, ...BEHAVIOURS.map((path) => path.slice(1))].map((key) =>
          somebodyIn(host, key, nameOf(key))
        );
        for (const who of people) await settleIn(host, rita, who);
        await remembered(rita, people, 'friends');
        const texts = people.slice(0, GOOD.length).map(({ saying }) => saying);
        const longest: number[] = [];
        const look = async (isHostile: boolean) => {
          gate.behave();
          if (isHostile)
            for (const { recent, key } of people.slice(GOOD.length)) gate.misbehave(recent, `/${key}`);
          // A new device: nothing is remembered.
          const context = await browser.newContext({
            baseURL: app,
            viewport: { width: 1280, height: 3_000 }
          });
          try {
            const page = await context.newPage();
            await lookFrom(page, texts);
            await signIn(page, rita);
            const took = await allSeen(page, texts.length);
            if (isHostile) {
              for (const key of HARDEST)
                await page
                  .locator('.note li')
                  .filter({ hasText: nameOf(key) })
                  .waitFor({ state: 'attached' });
              const tasks = await longTasks(page);
              longest.push(tasks[0]?.took ?? 0);
              bench.say(
                `  ${took.toFixed(0)} ms, long tasks: ${tasks
                  .slice(0, 6)
                  .map(({ start, took }) => `${took.toFixed(0)} ms at ${start.toFixed(0)}`)
                  .join(', ')}`
              );
            }
            return took;
          } finally {
            await context.close();
          }
        };
        const taken = await interleaved(
          { rounds: bench.rounds, milliseconds: 90_000 },
          { hostile: () => look(true), calm: () => look(false) }
        );
        const ms = (all: readonly number[]) => `${median(all).toFixed(0)} ms`;
        bench.say(
          `hostile: all good posts after ${ms(taken.hostile)}, ${ms(taken.calm)} when everybody behaves; ` +
            `longest task ${Math.max(...longest).toFixed(0)} ms (median of ${longest.length} visits ${ms(longest)}) here and now`
        );
        return [
          row(
            'hostile',
            `good posts shown, ${BEHAVIOURS.length} of ${people.length} friends hostile`,
            ratioOf(taken.hostile, taken.calm),
            '<= 1.5'
          ),
          row('hostile', 'longest task / 200 ms', median(longest) / 200, '<= 1')
        ];
      },
      { pods: gate.url, more }
    );
  } finally {
    await gate.stop();
    await hostileSide.stop();
  }
}
