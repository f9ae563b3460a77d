/**
 * Names the file of the client that a module goes into: what the same pages load before they can paint is one file, and
 * no page loads what is another's. Left to itself the bundler also parts by what is loaded later, which makes some
 * hundred files of a few hundred bytes: each is packed alone, and the names of all of them stand in the app's entry.
 *
 * @returns {import('vite').Rolldown.CodeSplittingNameFunction} nothing for what no page loads by itself: the bundler decides
 */
export function partsByPage() {
  /** @type {Map<string, string>} */
  const names = new Map();
  return (id, context) => {
    if (id.startsWith('\0') || isEntry(id)) return null;
    const seen = new Set([id]);
    /** @type {Set<string>} */
    const pages = new Set();
    for (const each of seen) {
      const info = context.getModuleInfo(each);
      if (!info) continue;
      if (isEntry(each)) pages.add(pageOf(each, info.importedIds));
      // Only what is imported, not what is asked for later.
      else for (const importer of info.importers) seen.add(importer);
    }
    const most = [...pages].filter(
      (page) => ![...pages].some((other) => other !== page && page.startsWith(other))
    );
    if (most.length === 0) return null;
    const key = most.sort().join();
    const name = names.get(key) ?? `part${names.size}`;
    names.set(key, name);
    return name;
  };
}

/** SvelteKit's own entries: one for each page and layout, and two for all. */
const isEntry = (/** @type {string} */ id) =>
  id.includes('/generated/client') || id.includes('/runtime/client/entry.js');

/**
 * The folder of a layout with its slash, which begins the names of all that stand in it; what everybody loads is `/`.
 *
 * @param {string} id
 * @param {readonly string[]} imported
 */
function pageOf(id, imported) {
  const [, folder, kind] =
    imported.map((each) => /\/src\/routes(\/(?:.*\/)?)\+(page|layout)\.svelte$/.exec(each)).find(Boolean) ??
    [];
  if (!id.includes('/nodes/') || folder === undefined) return '/';
  return kind === 'layout' ? folder : `${folder}page`;
}
