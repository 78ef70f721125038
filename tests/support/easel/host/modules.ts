/** What a module is given by WeChat, beside `require`, `module` and `exports`. */
export interface Given {
  App: unknown;
  Page: unknown;
  Component: unknown;
  Behavior: unknown;
  getApp: unknown;
  getCurrentPages: unknown;
  wx: unknown;
}

type Code = (
  require: (wanted: string) => object,
  module: { exports: object },
  exports: object,
  given: Given & { globalThis: object; Function: unknown },
) => void;

/** The package's modules by name, as `../scripts.ts` wraps them. */
export type Modules = Record<string, Code>;

/** `new Function` makes a function that does nothing. */
function NoFunction() {
  return () => undefined;
}
NoFunction.prototype = Function.prototype;

/** The path of a module as seen from another one. */
export const resolve = (wanted: string, from: string): string =>
  new URL(wanted.replace(/\.js$/, ''), `http://package/${from}`).pathname.slice(1);

/** Runs modules of the package, each once. */
export function runner(modules: Modules, given: Given, globals: string[]): (name: string) => object {
  const loaded = new Map<string, { exports: object }>();
  const language = Object.fromEntries(
    globals.map((name) => [name, (window as unknown as Record<string, unknown>)[name]]),
  );
  const all = { ...given, globalThis: language, Function: NoFunction };

  return function run(name) {
    const known = loaded.get(name);
    if (known) return known.exports;
    const code = modules[name];
    if (!code) throw new Error(`${name}.js is not in the package`);
    const module = { exports: {} };
    loaded.set(name, module);
    code((wanted) => run(resolve(wanted, name)), module, module.exports, all);
    return module.exports;
  };
}
