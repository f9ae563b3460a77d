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

/** What Components.js knows of the packages installed below `folder`. */
export function modulesBelow(folder: string): Promise<IModuleState> {
  return new OwnModulesOnly().buildModuleState(createRequire(import.meta.url), folder);
}
