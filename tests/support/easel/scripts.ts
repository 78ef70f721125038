import type { Package } from './package';

/** The language itself, and the little that WeChat adds to it. What else a browser has, a mini-program has not. */
const THERE = new Set([
  ...['undefined', 'NaN', 'Infinity', 'Object', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'BigInt', 'Math'],
  ...['Date', 'RegExp', 'JSON', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Promise', 'Proxy', 'Reflect'],
  ...['Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'EvalError', 'URIError', 'AggregateError'],
  ...['ArrayBuffer', 'DataView', 'Uint8Array', 'Uint8ClampedArray', 'Uint16Array', 'Uint32Array', 'BigUint64Array'],
  ...['Int8Array', 'Int16Array', 'Int32Array', 'BigInt64Array', 'Float32Array', 'Float64Array'],
  ...['parseInt', 'parseFloat', 'isNaN', 'isFinite', 'encodeURIComponent', 'decodeURIComponent'],
  ...['encodeURI', 'decodeURI', 'escape', 'unescape'],
  ...['console', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  // Cannot be the name of a parameter in strict code; the host's policy forbids it.
  'eval',
]);

/** What a module gets from WeChat; `Function` among it, since there it makes functions that do nothing. */
const GIVEN = [
  ...['App', 'Page', 'Component', 'Behavior', 'getApp', 'getCurrentPages', 'wx'],
  ...['globalThis', 'Function'],
];

const isName = (name: string) => /^[A-Za-z_$][\w$]*$/.test(name);

export interface Scripts {
  /** An expression: the modules by name. */
  modules: string;
  /** The globals that are there, for `globalThis`. */
  globals: string[];
}

/** The package's modules as functions, in which every global of a browser that a mini-program lacks is undefined. */
export function wrapScripts(from: Package, globalsOfBrowser: string[]): Scripts {
  const lacking = globalsOfBrowser.filter((name) => isName(name) && !THERE.has(name) && !GIVEN.includes(name));
  const head = `function (require, module, exports, { ${GIVEN.join(', ')} }) { var ${lacking.join(', ')};`;
  const modules = Object.entries(from.texts('.js')).map(
    ([name, text]) => `${JSON.stringify(name)}: ${head} (function () {${text}\n}).call(undefined); }`,
  );
  return { modules: `{${modules.join(',\n')}}`, globals: globalsOfBrowser.filter((name) => THERE.has(name)) };
}
