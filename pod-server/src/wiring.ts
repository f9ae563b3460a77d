import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type {
  BaseAccountStore,
  App,
  BasePasswordStore,
  CredentialsExtractor,
  ModesExtractor,
  OperationHandler,
  PermissionReader,
  PodCreator,
  ProviderFactory,
  RdfToQuadConverter,
  ResourceSet,
  ServerConfigurator
} from '@solid/community-server';
import { AskingApp } from './asking-app.ts';
import { AsStored } from './as-stored.ts';
import { onlyPublicContexts } from './contexts.ts';
import { ContentHeaders } from './content-headers.ts';
import { CrossOrigin } from './cross-origin.ts';
import { Descriptions } from './descriptions.ts';
import { NoInternalTypes } from './no-internal-types.ts';
import { Letters, type LettersServer } from './letters.ts';
import { loadOpenIdLibraryNormally } from './openid-library.ts';
import { PageTemplates } from './page-templates.ts';
import { PodTemplateEngine } from './pod-template.ts';
import { StartProblem } from './problem.ts';
import { readWhole } from './read-whole.ts';
import { resourceLocker } from './resource-locker.ts';
import { storage } from './storage.ts';
import { TurtleToQuads } from './turtle-to-quads.ts';

/** The parts of a wired Community Solid Server that this package uses; serialise.ts writes them under these names. */
export interface Parts {
  App: App;
  ServerConfigurator: ServerConfigurator;
  AccountStore: BaseAccountStore;
  PasswordStore: BasePasswordStore;
  PodCreator: PodCreator;
  IdentityProviderFactory: ProviderFactory;
  CredentialsExtractor: CredentialsExtractor;
  ModesExtractor: ModesExtractor;
  PermissionReader: PermissionReader;
  OperationHandler: OperationHandler;
  ResourceStore: ResourceSet;
  RdfToQuadConverter: RdfToQuadConverter;
}

/** `root` is the absolute path of the data folder; without it everything stays in memory. */
export interface Wiring {
  baseUrl: string;
  root?: string;
  clientOrigin?: string;
}

const require = createRequire(import.meta.url);
const room = fileURLToPath(new URL('..', import.meta.url));
const stock = 'urn:solid-server:default:variable:';
const ours = 'urn:hearth:variable:';

/** Calls the wiring that the build wrote down: a new server each time, nothing started yet. */
export function wire({ baseUrl, root, clientOrigin }: Wiring): Parts {
  const file = `${room}dist/app.cjs`;
  if (!existsSync(file)) {
    throw new StartProblem(
      'not-built',
      'The space server is not built yet: run "npm run build" in pod-server first.'
    );
  }
  loadOpenIdLibraryNormally();
  const build = require(file) as (variables: Record<string, unknown>) => Parts;
  // The page asks for the provider long after it exists, and the provider cannot be made without its handlers.
  const provider = () => parts.IdentityProviderFactory.getProvider();
  const server: LettersServer = {
    credentials: ({ request }) => parts.CredentialsExtractor.handleSafe(request),
    permissions: async (credentials, { operation }) => {
      const requestedModes = await parts.ModesExtractor.handleSafe(operation);
      const found = await parts.PermissionReader.handleSafe({ credentials, requestedModes });
      return found.get(operation.target) ?? {};
    },
    isThere: (path) => parts.ResourceStore.hasResource({ path }),
    next: (input) => parts.OperationHandler.handleSafe(input)
  };
  const parts = build({
    [`${stock}baseUrl`]: baseUrl,
    [`${stock}confirmMigration`]: false,
    [`${stock}showStackTrace`]: false,
    [`${stock}seedConfig`]: undefined,
    [`${stock}workers`]: 1,
    [`${ours}askingApp`]: new AskingApp({ getProvider: provider }),
    [`${ours}asStored`]: new AsStored(),
    [`${ours}contentHeaders`]: new ContentHeaders(baseUrl),
    [`${ours}crossOrigin`]: new CrossOrigin(baseUrl, clientOrigin),
    'urn:solid-server:default:ResourceLocker': resourceLocker(),
    [`${ours}descriptions`]: new Descriptions(server),
    [`${ours}letters`]: new Letters(server),
    [`${ours}storage`]: storage(baseUrl, root),
    [`${ours}turtleToQuads`]: new TurtleToQuads(),
    [`${ours}noInternalTypes`]: new NoInternalTypes(),
    [`${ours}podTemplateEngine`]: new PodTemplateEngine(baseUrl),
    [`${ours}podTemplates`]: `${room}templates/pod`,
    [`${ours}frontPage`]: `${room}templates/front-page/index.html`,
    [`${ours}pageAssets`]: `${room}templates/pages/assets/`,
    [`${ours}pageIcon`]: `${room}templates/pages/assets/icon.svg`,
    [`${ours}pageTemplates`]: new PageTemplates(baseUrl, `${room}templates/pages/`)
  });
  onlyPublicContexts(parts.RdfToQuadConverter);
  readWhole(parts.RdfToQuadConverter);
  return parts;
}
