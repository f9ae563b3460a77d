import { Worker } from 'node:worker_threads';

/** A story that keeps the processor this long without a pause never ends, ms. */
const LONGEST = 60_000;

const WATCH = `
const { parentPort, workerData } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let seed, heard = Date.now();
parentPort.on('message', (now) => { seed = now ?? seed; heard = Date.now(); });
setInterval(() => {
  if (Date.now() - heard < workerData.longest) return;
  writeSync(2, workerData.words.replace('SEED', seed).replace('SEED', seed) + '\\n');
  process.kill(process.pid, 'SIGKILL');
}, 1000);`;

/**
 * Watches from a thread of its own, which runs on when this one is caught in a loop: then it says so and ends all.
 * Answers what to call when a story begins.
 * @param {(seed: any) => string} words
 * @returns {(seed: number) => void}
 */
export function watchOver(words) {
  const worker = new Worker(WATCH, { eval: true, workerData: { longest: LONGEST, words: words('SEED') } });
  worker.unref();
  setInterval(() => worker.postMessage(undefined), 1000).unref();
  return (seed) => worker.postMessage(seed);
}
