import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Listed {
  readonly name: string;
  readonly webId: string;
  readonly email: string;
  readonly password: string;
}

/** In the server's own corner of the data folder, which it shows to nobody. */
const fileIn = (data: string) => join(data, '.internal', 'hearth-demo.json');

/** What is known of the demo in this data folder: when it was begun, and `people` once they are complete. */
export interface Marker {
  /** ISO 8601. */
  readonly begun: string;
  readonly people?: readonly Listed[];
}

export async function marked(data: string): Promise<Marker> {
  return JSON.parse(await readFile(fileIn(data), 'utf8')) as Marker;
}

/** Whole or not at all: a start that was cut off here goes on from what was known before. */
export async function mark(data: string, marker: Marker): Promise<void> {
  const file = fileIn(data);
  await writeFile(`${file}.new`, JSON.stringify(marker, null, 2));
  await rename(`${file}.new`, file);
}
