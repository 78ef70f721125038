import path from 'node:path';
import { buildSync } from 'esbuild';
import { wxNames } from '../wx/names';
import type { Package } from './package';
import { wrapScripts } from './scripts';
import { compileStyles } from './styles';
import { compileTemplates } from './templates';

/** A colour of the bar: as it stands, or `@name` of the theme. */
function barIn(theme: 'light' | 'dark', { app, texts }: Package): string {
  const themes = JSON.parse(texts('.json').theme ?? '{}') as Record<string, Record<string, string>>;
  const colour = (value = ''): string => (value.startsWith('@') ? (themes[theme]?.[value.slice(1)] ?? '') : value);
  const { navigationBarBackgroundColor, navigationBarTextStyle } = app.window ?? {};
  return `body { background: ${colour(navigationBarBackgroundColor)}; color: ${colour(navigationBarTextStyle)}; }`;
}

const HEAD = `<!doctype html><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, viewport-fit=cover">`;

/** The phone around the page: the bar with the title, which WeChat draws, and the page's own window below it. */
const phone = (from: Package) => `${HEAD}<style>
    body { display: flex; flex-direction: column; height: 100vh; margin: 0; }
    ${barIn('light', from)}
    @media (prefers-color-scheme: dark) { ${barIn('dark', from)} }
    nav { position: relative; flex: none; height: 88px; padding-top: 44px; box-sizing: border-box;
      font: 600 17px/44px sans-serif; text-align: center; }
    #back { position: absolute; left: 0; width: 44px; }
    iframe { flex: 1; border: 0; }
  </style>
  <nav><div id="back">‹</div><div id="title"></div></nav>
  <iframe name="page" src="/page"></iframe>`;

/** Nothing comes from elsewhere, and no text is run as a program. */
const PAGE = `${HEAD}<meta http-equiv="Content-Security-Policy"
    content="default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:">
  <body><script src="/package.js"></script><script src="/host.js"></script></body>`;

const bundleHost = (): string =>
  buildSync({
    entryPoints: [path.join(__dirname, 'host/index.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  }).outputFiles[0]?.text ?? '';

function compile(from: Package, globalsOfBrowser: string[]): string {
  const { script: templates, tags } = compileTemplates(from);
  const { modules, globals } = wrapScripts(from, globalsOfBrowser);
  const config = Object.fromEntries(
    Object.entries(from.texts('.json')).map(([name, text]) => [name, JSON.parse(text) as object]),
  );
  const data = JSON.stringify({ tags, globals, config, styles: compileStyles(from), wxNames: wxNames() });
  return `window.miniProgram = { ...${data}, templates: ${templates}, modules: ${modules} };`;
}

export interface File {
  contentType: string;
  body: string;
}

/** All that a browser loads to run the package, by address. */
export function filesOf(from: Package, globalsOfBrowser: string[]): Map<string, File> {
  const html = (body: string): File => ({ contentType: 'text/html; charset=utf-8', body });
  const script = (body: string): File => ({ contentType: 'text/javascript; charset=utf-8', body });
  return new Map([
    ['/', html(phone(from))],
    ['/page', html(PAGE)],
    ['/package.js', script(compile(from, globalsOfBrowser))],
    ['/host.js', script(bundleHost())],
  ]);
}
