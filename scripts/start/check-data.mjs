import { access, constants, mkdir } from 'node:fs/promises';
import { stop } from '../set-up/say.mjs';

/**
 * People's spaces must be kept somewhere: finds out before anything long is done.
 * @param {string} folder
 */
export async function checkData(folder) {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    stop(
      `The folder ${folder} can't be written to. Choose another with --data DIR, or change its permissions.`
    );
  }
}
