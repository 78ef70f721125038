import { TmplGroup } from 'glass-easel-template-compiler';
import type { Package } from './package';

/** What is no element of the page but WXML's own. */
const SYNTAX = ['import', 'include', 'template', 'block', 'wxs', 'slot'];

const TAG = /<(\/?)([a-z][\w-]*)/g;

interface Problem {
  startLine: number;
  message: string;
}

/** WeChat draws a `<view>` as a `<wx-view>`, so that no tag means what it means in HTML. */
export const drawnAs = (tag: string): string => `wx-${tag}`;

export interface Templates {
  /** An expression: the compiled templates by name. */
  script: string;
  /** Of WeChat's own components, those that the package uses. */
  tags: string[];
}

/** Compiles WXML and WXS as WeChat's framework does. */
export function compileTemplates(from: Package): Templates {
  const configs = Object.values(from.texts('.json')).map((text) => JSON.parse(text) as { usingComponents?: object });
  const own = new Set([...SYNTAX, ...configs.flatMap(({ usingComponents = {} }) => Object.keys(usingComponents))]);
  const tags = new Set<string>();
  const rename = (whole: string, slash: string, tag: string) => {
    if (own.has(tag)) return whole;
    tags.add(tag);
    return `<${slash}${drawnAs(tag)}`;
  };

  const scripts = from.texts('.wxs');
  const templates = from.texts('.wxml');
  const group = new TmplGroup();
  for (const [name, text] of Object.entries(scripts)) group.addScript(name, text);
  for (const [name, text] of Object.entries(templates)) {
    const [problem] = group.addTmpl(name, text.replace(TAG, rename)) as Problem[];
    if (problem) throw new Error(`${name}.wxml, line ${problem.startLine + 1}: ${problem.message}`);
    const missing = [
      ...(group.getDirectDependencies(name) as string[]).filter((needed) => !(needed in templates)),
      ...(group.getScriptDependencies(name) as string[]).filter((needed) => !(needed in scripts)),
    ];
    if (missing.length > 0) throw new Error(`${name}.wxml imports what is not there: ${missing.join(', ')}`);
  }
  const script = group.getTmplGenObjectGroups();
  group.free();
  return { script, tags: [...tags] };
}
