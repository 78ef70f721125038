const SLICES = 'account|org|contact|contactLog|posting|grassrootsDay|openDay|voice|evaluation|bulletin|privacy';
const SLICE_RULES = `^cloudfunctions/api/(${SLICES})/(channels/)?rules(\\.ts|/)`;

/** The arrows between the parts: who may import whom. */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unknown-imports',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'rules-are-pure',
      comment: 'A rule gets facts, policy and the day as arguments; it imports words, the calendar and other rules.',
      severity: 'error',
      from: { path: SLICE_RULES },
      to: {
        pathNot: ['^types/words\\.ts$', '^cloudfunctions/api/kernel/calendar\\.ts$', SLICE_RULES],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rules-know-types-only-of-contracts-and-policy',
      severity: 'error',
      from: { path: SLICE_RULES },
      to: {
        pathNot: ['^types/', '^config/policy\\.ts$', '^cloudfunctions/api/kernel/calendar\\.ts$', SLICE_RULES],
      },
    },
    {
      name: 'a-store-belongs-to-its-slice',
      severity: 'error',
      from: { path: `^cloudfunctions/api/(${SLICES})/` },
      to: {
        path: `^cloudfunctions/api/(${SLICES})/(channels/)?store(\\.ts|/)`,
        pathNot: '^cloudfunctions/api/$1/',
      },
    },
    {
      name: 'a-store-knows-rules-by-type-only',
      severity: 'error',
      from: { path: `^cloudfunctions/api/(${SLICES})/(channels/)?store(\\.ts|/)` },
      to: { path: SLICE_RULES, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'kernel-knows-no-slice',
      severity: 'error',
      from: { path: '^cloudfunctions/api/kernel/' },
      to: { path: `^cloudfunctions/api/(${SLICES}|doors)/` },
    },
    {
      name: 'the-clock-knows-kernel-and-platform-only',
      comment:
        'It shares with the other function what both stand on, the pure rules among it, and none of the operations.',
      severity: 'error',
      from: { path: '^cloudfunctions/clock/' },
      to: {
        path: '^cloudfunctions/api/',
        pathNot: ['^cloudfunctions/api/(kernel/|doors/platform\\.ts$)', SLICE_RULES],
      },
    },
    {
      name: 'nobody-knows-the-clock',
      severity: 'error',
      from: { path: '^(src|types|config|cloudfunctions/api)/' },
      to: { path: '^cloudfunctions/clock/' },
    },
    {
      name: 'screens-know-no-function',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^cloudfunctions/' },
    },
    {
      name: 'screens-know-types-only-of-contracts',
      comment: 'One value import of zod costs 450 kB of the mini-program.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^types/', pathNot: '^types/words\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'production-knows-neither-laptop-nor-tests',
      severity: 'error',
      from: { path: '^(src|cloudfunctions|config|types)/' },
      to: { path: '^(local|tests)/' },
    },
    {
      name: 'contracts-and-functions-know-no-screen',
      severity: 'error',
      from: { path: '^(cloudfunctions|types)/' },
      to: { path: '^src/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules/\\.cache)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    moduleSystems: ['cjs', 'es6'],
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.h5.tsx', '.h5.ts', '.mjs', '.cjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
