/** What a module is given, in the order of its parameters; see `../scripts.ts`. */
type Given = [
  require: (wanted: string) => unknown,
  module: { exports: object },
  exports: object,
  App: unknown,
  Page: unknown,
  Component: unknown,
  Behavior: unknown,
  getApp: unknown,
  getCurrentPages: unknown,
  wx: unknown,
  globalThis: object,
  Function: unknown,
];

export type Modules = Record<string, (...given: Given) => void>;

export interface Registrars {
  Page: unknown;
  Component: unknown;
  Behavior: unknown;
}

interface Around {
  App: unknown;
  getApp: unknown;
  getCurrentPages: unknown;
  wx: unknown;
  globals: string[];
}

/** `new Function` makes a function that does nothing. */
function NoFunction() {
  return () => undefined;
}
NoFunction.prototype = Function.prototype;

/** The path of a module as seen from another one. */
export const resolve = (wanted: string, from: string): string =>
  new URL(wanted.replace(/\.js$/, ''), `http://package/${from}`).pathname.slice(1);

/** Runs modules of the package, each once. */
export function runner(modules: Modules, around: Around) {
  const loaded = new Map<string, { exports: object }>();
  const globals = Object.fromEntries(
    around.globals.map((name) => [name, (window as unknown as Record<string, unknown>)[name]]),
  );

  return function run(name: string, registrars: Registrars): object {
    const known = loaded.get(name);
    if (known) return known.exports;
    const code = modules[name];
    if (!code) throw new Error(`${name}.js is not in the package`);
    const module = { exports: {} };
    loaded.set(name, module);
    code(
      (wanted) => run(resolve(wanted, name), registrars),
      module,
      module.exports,
      around.App,
      registrars.Page,
      registrars.Component,
      registrars.Behavior,
      around.getApp,
      around.getCurrentPages,
      around.wx,
      globals,
      NoFunction,
    );
    return module.exports;
  };
}
