import { createRequire } from 'node:module';
import type { IModuleState } from 'componentsjs';
import { ModuleStateBuilder } from 'componentsjs/lib/loading/ModuleStateBuilder.js';

/**
 * Components.js looks for component descriptions in every `node_modules` up to the root of the disk. The client's
 * own dependencies (Comunica 5) describe themselves for a newer Components.js, with contexts it would fetch from the
 * network: so only this package's own folder is searched.
 */
class OwnModulesOnly extends ModuleStateBuilder {
  override buildNodeModuleImportPaths(mainModulePath: string): string[] {
    return [mainModulePath];
  }
}

/** The one package that the configurations speak of; each description of the others is read for nothing. */
const NAMED = 'https://linkedsoftwaredependencies.org/bundles/npm/@solid/community-server';

/**
 * What Components.js needs to know of the packages installed below `folder`. Community Solid Server brings Comunica,
 * whose 164 packages describe themselves too: reading that took 4 of the 10 s that a start took.
 */
export async function modulesBelow(folder: string): Promise<IModuleState> {
  const state = await new OwnModulesOnly().buildModuleState(createRequire(import.meta.url), folder);
  const named = state.componentModules[NAMED];
  return { ...state, componentModules: named ? { [NAMED]: named } : {} };
}
