import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

// What the file says is what runs: it is compiled into dist/app.cjs. In a browser: e2e/session/.
it('how long a sign-in lasts is all that differs from the stock provider', async () => {
  const stockFolder = dirname(createRequire(import.meta.url).resolve('@solid/community-server/package.json'));
  const graph = async (path: string) =>
    (JSON.parse(await readFile(path, 'utf8')) as { '@graph': Part[] })['@graph'][0]!;
  const { config: stock } = await graph(
    join(stockFolder, 'config/identity/handler/base/provider-factory.json')
  );
  const { config: ours } = (await graph(join(import.meta.dirname, '../config/sign-in.json')))
    .overrideParameters;
  expect({ ...ours, ttl: undefined }).toEqual({ ...stock, ttl: undefined });
  const { Grant, RefreshToken, ...rest } = ours.ttl;
  expect(stock.ttl).toMatchObject(rest);
  expect([RefreshToken, Grant]).toEqual([90 * 86_400, 365 * 86_400]);
});

interface Config {
  readonly ttl: Readonly<Record<string, number>>;
}
interface Part {
  readonly config: Config;
  readonly overrideParameters: { readonly config: Config };
}
