import { ComponentsManager } from 'componentsjs';
import type { ICreationStrategyPrimitiveOptions } from 'componentsjs/lib/construction/strategy/IConstructionStrategy.js';
import { ConstructionStrategyCommonJsString } from 'componentsjs/lib/construction/strategy/ConstructionStrategyCommonJsString.js';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { modulesBelow } from './modules.ts';

/**
 * Wires the server once, at build time, and writes the wiring down as a CommonJS function in `dist/app.cjs`. Reading
 * the configuration takes seconds; calling the written function takes milliseconds.
 */

/** The stock strategy puts strings between bare single quotes, so one apostrophe in a value would break the file. */
class QuotingStrategy extends ConstructionStrategyCommonJsString {
  override createPrimitive(options: ICreationStrategyPrimitiveOptions<string>): string {
    return typeof options.value === 'string' ? JSON.stringify(options.value) : super.createPrimitive(options);
  }
}

const begun = performance.now();
const room = fileURLToPath(new URL('..', import.meta.url));
const strategy = new QuotingStrategy({ asFunction: true, req: createRequire(import.meta.url) });
const manager = await ComponentsManager.build<string>({
  mainModulePath: room,
  moduleState: await modulesBelow(room),
  constructionStrategy: strategy,
  typeChecking: false,
  skipContextValidation: true,
  dumpErrorState: false,
  logLevel: 'error',
  configLoader: async (registry) => {
    for (const part of ['server', 'no-mail', 'pages', 'sign-in'])
      await registry.register(`${room}config/${part}.json`);
  }
});

// The names of wiring.ts (Parts).
const fields: string[] = [];
const parts = [
  'App',
  'ServerConfigurator',
  'AccountStore',
  'PasswordStore',
  'PodCreator',
  'IdentityProviderFactory',
  'CredentialsExtractor',
  'ModesExtractor',
  'PermissionReader',
  'OperationHandler',
  'ResourceStore',
  'RdfToQuadConverter'
];
for (const part of parts) {
  fields.push(`${part}: ${await manager.instantiate<string>(`urn:solid-server:default:${part}`)}`);
}
const text = strategy.serializeDocument(`{ ${fields.join(', ')} }`);
if (text.includes(room))
  throw new Error('The wired server holds a path of this machine; it could not be moved.');
await writeFile(`${room}dist/app.cjs`, text);
const seconds = ((performance.now() - begun) / 1000).toFixed(1);
console.log(`Space server: wired in ${seconds} s (${Math.round(text.length / 1000)} kB).`);
