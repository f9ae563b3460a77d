import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const TEXT = /\.(js|html|json)$/;
const PACKED = /\.(br|gz)$/;

/**
 * What a deployment puts in the place of `build`: the same app with another version, every script and style under
 * another name, and none of the old ones. Answers the new version.
 */
export async function nextVersion(build: string, target: string): Promise<string> {
  const files = (await readdir(build, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !PACKED.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(build.length + 1));
  const { version } = JSON.parse(await readFile(join(build, '_app/version.json'), 'utf8')) as {
    version: string;
  };
  const renamed = files
    .filter((file) => file.includes('immutable/'))
    .map((file) => file.split('/').at(-1) ?? '')
    .map((name) => [name, name.replace(/\.(\w+)$/, 'next.$1')] as const);
  const anew = (text: string) =>
    renamed
      .reduce((done, [was, is]) => done.replaceAll(was, is), text)
      .replaceAll(version, `${version}-next`);
  for (const file of files) {
    const name = join(target, anew(file));
    await mkdir(dirname(name), { recursive: true });
    const content = await readFile(join(build, file));
    const text = file.endsWith('.html') ? withHash(anew(content.toString())) : anew(content.toString());
    await writeFile(name, TEXT.test(file) ? text : content);
  }
  return `${version}-next`;
}

/** The page's own script runs by its hash only (CSP 3, 2.3.1). */
function withHash(page: string): string {
  const script = /<script>([^]*?)<\/script>/.exec(page)?.[1] ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  return page.replace(/'sha256-[^']*'/, `'sha256-${hash}'`);
}
