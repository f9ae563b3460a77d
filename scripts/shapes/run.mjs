import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { catalogue } from './catalogue.mjs';
import { checkDocument } from './check-document.mjs';
import { folderDocuments } from './folder.mjs';
import { lines } from './report.mjs';
import { webDocuments } from './web.mjs';

export const USAGE = `Usage: npm run shapes -- [--base URL] [--json] <folder or URL>...
Checks the Turtle documents of a space against shapes/ and names each fault in words.
  --base URL  what the (single) folder's own URL is, for relative addresses in it
  --json      one JSON object: documents, things, faults, advice, skipped
Ends with 0 without faults, 1 with faults, 2 when something could not be read at all.`;

/**
 * @param {string[]} args
 * @param {(line: string) => void} print
 * @returns {Promise<number>} exit code
 */
export async function run(args, print) {
  let options, places;
  try {
    ({ values: options, positionals: places } = parseArgs({
      args,
      allowPositionals: true,
      options: { base: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } }
    }));
    if (options.help) return (print(USAGE), 0);
    if (places.length === 0) throw new Error('Which folder or URL?');
    if (options.base && !/^https?:\/\/.*\/$/.test(options.base))
      throw new Error('--base must be a URL with a slash at its end.');
  } catch (error) {
    print(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return 2;
  }
  try {
    const outcome = await check(places, options.base);
    if (options.json) print(JSON.stringify(outcome, null, 2));
    else for (const line of lines(outcome)) print(line);
    return outcome.faults.length > 0 ? 1 : 0;
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

/**
 * @param {string[]} places folders and URLs
 * @param {string} [base]
 * @returns {Promise<import('./report.mjs').Outcome>}
 */
async function check(places, base) {
  const shapes = await catalogue();
  /** @type {import('./report.mjs').Outcome} */
  const outcome = { documents: 0, things: 0, faults: [], advice: [], skipped: [] };
  for (const place of places) {
    let found = 0;
    for await (const document of await documentsOf(place, base, outcome)) {
      const { faults, things } = await checkDocument(document, shapes);
      found++;
      outcome.things += things;
      for (const fault of faults) (fault.severity === 'fault' ? outcome.faults : outcome.advice).push(fault);
    }
    if (found === 0) throw new Error(`${place} holds no Turtle documents.`);
    outcome.documents += found;
  }
  return outcome;
}

/**
 * @param {string} place
 * @param {string | undefined} base
 * @param {{ skipped: { url: string, why: string }[] }} notes
 */
async function documentsOf(place, base, notes) {
  if (/^https?:\/\//.test(place)) return webDocuments(place, notes);
  const kind = await stat(place).catch(() => undefined);
  if (!kind?.isDirectory()) throw new Error(`${place} is neither a folder nor a URL.`);
  return folderDocuments(place, base ?? 'https://space.example/');
}
