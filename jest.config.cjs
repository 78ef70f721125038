const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

/** Packages that are published as modules only; jest wants CommonJS. */
const MODULES_ONLY = ['@orpc', '@standardserver', 'uuidv7', 'rou3', 'radash', '@faker-js'];

const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '\\.[jt]sx?$': swc, '\\.mjs$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${MODULES_ONLY.join('|')})/)`, '<rootDir>/dist/'],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' },
  watchPathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
};

const project = (name, more = {}) => ({
  ...base,
  displayName: name,
  testMatch: [`<rootDir>/tests/**/*.${name}.test.ts?(x)`],
  ...more,
});

const onStandIn = {
  globalSetup: '<rootDir>/tests/support/jest-stand-in.ts',
  globalTeardown: '<rootDir>/tests/support/jest-end.ts',
};

/** A busy machine takes longer; a test that measures time says so itself. */
const patient = { setupFilesAfterEnv: ['<rootDir>/tests/support/jest-long.ts'] };

/** The kind of a test is in its name: `x.test.ts` is a unit test, `x.db.test.ts` needs the database, and so on. */
module.exports = {
  projects: [
    project('unit', { testMatch: ['<rootDir>/tests/**/+([^.]).test.ts?(x)'] }),
    project('db', {
      ...patient,
      globalSetup: '<rootDir>/tests/support/jest-database.ts',
      globalTeardown: '<rootDir>/tests/support/jest-end.ts',
    }),
    project('fault', {
      ...patient,
      globalSetup: '<rootDir>/tests/support/jest-functions.ts',
    }),
    project('built', patient),
    project('mini', { ...onStandIn, ...patient, testEnvironment: 'jsdom' }),
    project('e2e', { ...onStandIn, testEnvironment: '<rootDir>/tests/support/jest-browser.ts' }),
    project('gallery', {
      ...onStandIn,
      globalSetup: '<rootDir>/tests/support/jest-gallery.ts',
      testMatch: ['<rootDir>/tests/gallery.e2e.ts'],
    }),
  ],
};
