import { bundle } from './bundle.case.ts';
import { chatContend } from './chat-contend.case.ts';
import { chatOpen } from './chat-open.case.ts';
import { chatPaint } from './chat-paint.case.ts';
import { chatSend } from './chat-send.case.ts';
import type { Bench } from './doors.ts';
import { feedPaint } from './feed-paint.case.ts';
import { feedWarm } from './feed-warm.case.ts';
import { feedCold, feedNaive } from './feed.case.ts';
import { guard } from './guard.case.ts';
import { hostile } from './hostile.case.ts';
import { live } from './live.case.ts';
import type { Row } from './row.ts';
import { server } from './server.case.ts';
import { stale } from './stale.case.ts';
import { start } from './start.case.ts';

export type { Bench } from './doors.ts';
export type { Row } from './row.ts';

type Case = (bench: Bench) => Promise<Row[]>;

const CASES: Readonly<Record<string, Case>> = {
  'feed-cold': feedCold,
  'feed-warm': feedWarm,
  'feed-paint': feedPaint,
  'feed-naive': feedNaive,
  live,
  stale,
  'chat-open': chatOpen,
  'chat-send': chatSend,
  'chat-contend': chatContend,
  'chat-paint': chatPaint,
  guard,
  hostile,
  server,
  start,
  bundle
};

export const IDS: readonly string[] = Object.keys(CASES);

/** Measures these cases one after the other, each alone on the machine as far as that is ours to decide. */
export async function measure(ids: readonly string[], bench: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  for (const id of ids) rows.push(...(await CASES[id]!(bench)));
  return rows;
}
