import { Worker } from 'node:worker_threads';

/** A story that keeps the processor this long without a pause never ends, ms. */
const LONGEST = 60_000;

const WATCH = `
const { parentPort, workerData: { longest, words } } = require('node:worker_threads');
const { execFileSync } = require('node:child_process');
const { rmSync, writeSync } = require('node:fs');
let story, heard = Date.now();
parentPort.on('message', (told) => { story = told ?? story; heard = Date.now(); });
const tryTo = (work) => { try { work(); } catch (error) { writeSync(2, error.message + '\\n'); } };
setInterval(() => {
  if (Date.now() - heard < longest || !story) return;
  writeSync(2, words.replaceAll('SEED', story.seed) + '\\n');
  // Nobody else can clean up now.
  if (story.pid) tryTo(() => process.kill(story.pid, 'SIGKILL'));
  if (story.mounted) tryTo(() => execFileSync('umount', ['-l', story.mounted]));
  tryTo(() => rmSync(story.scratch, { recursive: true, force: true }));
  process.kill(process.pid, 'SIGKILL');
}, 1000);`;

/**
 * @typedef {object} Begun
 * @property {number} seed
 * @property {string} scratch what is to be deleted
 * @property {number | undefined} pid the server to be ended
 * @property {string | undefined} mounted what is to be unmounted
 */

/**
 * Watches from a thread of its own, which runs on when this one is caught in a loop: then it says so and ends all.
 * Answers what to call when a story begins or the server is another one.
 * @param {string} words what to say, with SEED in it
 * @returns {(begun: Begun) => void}
 */
export function watchOver(words) {
  const worker = new Worker(WATCH, { eval: true, workerData: { longest: LONGEST, words } });
  worker.unref();
  /** @type {Begun | undefined} */
  let last;
  setInterval(() => worker.postMessage(last), 1000).unref();
  return (begun) => {
    last = begun;
    worker.postMessage(begun);
  };
}
