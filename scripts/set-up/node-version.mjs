import { stop } from './say.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/** Hearth needs what package.json "engines" says; older ones fail later in unreadable ways. */
export function checkNode() {
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(
    `Hearth needs Node 20.19 or newer, and this is Node ${process.versions.node}. Install a newer one from your system or nodejs.org, then try again.`
  );
}
