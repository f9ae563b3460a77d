// The law (scripts/check/law.cjs) for every import that is compiled.
const { may, door, closedToRoutes } = require('./scripts/check/law.cjs');
// Tests and what helps them (*.testing.ts) may build a whole house.
const tests = '\\.(test|testing|contract)\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: {
        couldNotResolve: true,
        pathNot: '^(@rdfjs/types|\\$app|\\$env|\\$service-worker|virtual:|\\./\\$types)'
      }
    },
    ...Object.entries(may).map(([room, rooms]) => ({
      name: `${room}-looks-only-into-${rooms.join('-') || 'itself'}`,
      severity: 'error',
      from: { path: `^src/lib/${room}/`, pathNot: tests },
      to: { path: '^src/', pathNot: `^src/lib/(${[room, ...rooms].join('|')})/` }
    })),
    {
      name: 'routes-compose-features',
      severity: 'error',
      from: { path: '^src/routes/' },
      to: { path: `^src/lib/(${closedToRoutes.join('|')})/` }
    },
    {
      name: 'app-is-the-root',
      severity: 'error',
      from: { path: '^src/lib/', pathNot: `^src/lib/app(/|\\.)|${tests}` },
      to: { path: '^src/lib/app(/|\\.)' }
    },
    ...Object.entries(door).map(([library, room]) => ({
      name: `${library.replace(/[@/]/g, '-')}-only-in-${room}`,
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/lib/${room}/` },
      to: { path: `(^|/)node_modules/${library}(/|$)` }
    }))
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.svelte-kit' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.svelte.ts', '.js', '.svelte'],
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'browser', 'import', 'types', 'default']
    }
  }
};
