// Who may import whom. dependency-cruiser reads TypeScript through swc: TypeScript 7 has no compiler API.

const testFiles = '[.]test[.]tsx?$';
const storageUsers = [
  '^server/(database|bench|testing|simulator|faults)/',
  '[.]repo[.]ts$',
  '^shared/(replica|sqlite)/',
  '^main/replica/',
  '^renderer/bridge/worker/',
  testFiles,
];

/**
 * Files under `from` may import only what lies under `to`.
 *
 * @param {string} name
 * @param {string} from
 * @param {string[]} to
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
const onlyTo = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(shared|server|main|renderer|build|e2e)/', pathNot: to },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['^build/', '^e2e/', '[.]config[.]ts$', '[.]d[.]ts$', testFiles] },
      to: {},
    },

    onlyTo('shared-imports-shared', '^shared/', ['^shared/']),
    onlyTo('server-imports-shared', '^server/', ['^(server|shared)/']),
    onlyTo('main-imports-shared', '^main/', ['^(main|shared)/']),
    onlyTo('renderer-imports-shared', '^renderer/', ['^(renderer|shared)/']),
    onlyTo('e2e-imports-shared', '^e2e/', ['^(e2e|shared)/']),
    onlyTo('build-imports-build', '^build/', ['^build/']),
    {
      name: 'shared-packages',
      comment: 'shared/ is pure TypeScript: no Node, and only packages that run anywhere.',
      severity: 'error',
      from: { path: '^shared/', pathNot: testFiles },
      to: { pathNot: ['^shared/', '^node_modules/(zod|kysely|uuid)/'] },
    },
    {
      name: 'renderer-without-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: testFiles },
      to: { dependencyTypes: ['core'] },
    },

    onlyTo('ui-imports-ui', '^renderer/ui/', ['^renderer/ui/', '^shared/']),
    onlyTo('bridge-imports-bridge', '^renderer/bridge/', ['^renderer/bridge/', '^shared/']),
    onlyTo('store-below-features', '^renderer/store/', ['^renderer/(store|bridge|ui)/', '^shared/']),
    onlyTo('features-below-app', '^renderer/features/', [
      '^renderer/(features|store|bridge|ui)/',
      '^shared/',
    ]),
    {
      name: 'features-apart',
      comment: 'Features meet in app/.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },

    {
      name: 'storage-in-its-place',
      comment: 'SQL lives in repos, server/database and the replica.',
      severity: 'error',
      from: { path: '^(shared|server|main|renderer)/', pathNot: storageUsers },
      to: { path: '^node_modules/(kysely|better-sqlite3)/' },
    },
    {
      name: 'electron-in-main',
      severity: 'error',
      from: { pathNot: ['^main/', '^e2e/stand-in/'] },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'no-source-imports-tests',
      severity: 'error',
      from: { pathNot: testFiles },
      to: { path: testFiles },
    },
    {
      name: 'no-dev-packages-in-product',
      severity: 'error',
      from: { path: '^(shared|server|main|renderer)/', pathNot: [testFiles, '^server/(bench|testing)/'] },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^node_modules/(electron|@types)/',
      },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^build/out/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
    },
  },
};
