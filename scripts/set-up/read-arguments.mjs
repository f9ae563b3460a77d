import { parseArgs } from 'node:util';
import { say, stop } from './say.mjs';

/**
 * What was asked for, or one sentence and the usage; the usage alone for --help.
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} O
 * @param {O} options
 * @param {string} usage
 */
export function readArguments(options, usage) {
  if (process.argv.includes('--help')) {
    say(usage);
    process.exit(0);
  }
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}
