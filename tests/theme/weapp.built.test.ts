import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const WEAPP = join(process.cwd(), 'dist/weapp');

const textOf = (name: string): string => readFileSync(join(WEAPP, name), 'utf8');

interface AppConfig {
  darkmode: boolean;
  themeLocation: string;
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
  window: Record<string, string>;
}

const app = JSON.parse(textOf('app.json')) as AppConfig;
const pages = [...app.pages, ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => join(root, page)))];

test('WeChat knows of the dark theme, and finds every colour of its bar in both', () => {
  expect(app.darkmode).toBe(true);
  const themes = JSON.parse(textOf(app.themeLocation)) as Record<'light' | 'dark', Record<string, string>>;
  const asked = Object.values(app.window).filter((value) => value.startsWith('@'));
  expect(asked.length).toBeGreaterThan(0);
  for (const name of asked.map((value) => value.slice(1))) {
    expect(themes.light[name]).toBeDefined();
    expect(themes.dark[name]).toBeDefined();
  }
});

test('every page begins with the font size that was set in WeChat', () => {
  const without = pages.filter((page) => !textOf(`${page}.wxml`).startsWith('<page-meta root-font-size="system"/>'));
  expect(pages.length).toBeGreaterThan(0);
  expect(without).toEqual([]);
});

test('no letter has a size of its own', () => {
  const styles = readdirSync(WEAPP, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.wxss'));
  const fixed = styles.flatMap((name) => textOf(name).match(/font-size:\s*[\d.]+r?px/g) ?? []);
  expect(styles.length).toBeGreaterThan(0);
  expect(fixed).toEqual([]);
});
