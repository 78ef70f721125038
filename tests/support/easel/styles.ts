import path from 'node:path';
import postcss, { type Root } from 'postcss';
import selectors from 'postcss-selector-parser';
import type { Package } from './package';
import { drawnAs } from './templates';

export interface Styles {
  /** For every page. */
  app: string;
  /** What a page has of its own, by its route. */
  pages: Record<string, string>;
}

const RPX = /(-?[\d.]+)rpx/g;

/** A tag means WeChat's component; the page itself is the body. */
const asDrawn = selectors((root) =>
  root.walkTags((tag) => {
    tag.value = tag.value === 'page' ? 'body' : drawnAs(tag.value);
  }),
);

/** WXSS as CSS, with what it imports. */
function compile(name: string, texts: Record<string, string>): Root {
  const text = texts[name];
  if (text === undefined) throw new Error(`${name}.wxss is not there`);
  const root = postcss.parse(text, { from: `${name}.wxss` });
  root.walkAtRules('import', (rule) => {
    const wanted = rule.params.replace(/^['"]|['"]$/g, '').replace(/\.wxss$/, '');
    rule.replaceWith(compile(path.posix.join(wanted.startsWith('/') ? '' : path.posix.dirname(name), wanted), texts));
  });
  return root;
}

function toCss(name: string, texts: Record<string, string>): string {
  const root = compile(name, texts);
  root.walkRules((rule) => {
    const { parent } = rule;
    if (parent?.type === 'atrule' && 'name' in parent && /keyframes$/.test(parent.name)) return;
    rule.selector = asDrawn.processSync(rule.selector);
  });
  root.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(RPX, 'calc($1 * 100vw / 750)');
  });
  return root.toString();
}

export function compileStyles(from: Package): Styles {
  const texts = from.texts('.wxss');
  const own = from.pages.filter((page) => page in texts).map((page) => [page, toCss(page, texts)]);
  return { app: 'app' in texts ? toCss('app', texts) : '', pages: Object.fromEntries(own) as Record<string, string> };
}
