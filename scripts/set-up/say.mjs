// Progress goes to standard error, so that standard output stays free for `--json`.

/** @param {string} line */
export const say = (line) => process.stderr.write(`${line}\n`);

/**
 * Ends with one clear sentence instead of a stack.
 * @param {string} sentence
 * @returns {never}
 */
export function stop(sentence) {
  say(sentence);
  process.exit(1);
}
