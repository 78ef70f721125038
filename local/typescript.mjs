import { createRequire } from 'node:module';

/** Runs the `main` of a TypeScript file beside this one; tsx is loaded only here, once the packages are there. */
export async function runTypeScript(file, ...args) {
  await import('tsx');
  const { main } = createRequire(import.meta.url)(file);
  return main(...args);
}
