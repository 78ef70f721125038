import { readFileSync } from 'node:fs';
import postcss, { type AtRule, type ChildNode } from 'postcss';

const FIELDS = ['enterprise', 'rural', 'government', 'school', 'community', 'social-org', 'new-media'];
const THEMES = ['light', 'dark'] as const;

type Theme = (typeof THEMES)[number];
type Tokens = Record<string, string>;

const isDark = ({ parent }: ChildNode): boolean => (parent?.parent as AtRule | undefined)?.name === 'media';

/** The tokens of both themes; what stands outside the dark block holds in both. */
const read = (): Record<Theme, Tokens> => {
  const light: Tokens = {};
  const dark: Tokens = {};
  postcss.parse(readFileSync('src/theme/tokens.scss', 'utf8')).walkDecls((token) => {
    (isDark(token) ? dark : light)[token.prop.slice(2)] = token.value;
  });
  return { light, dark: { ...light, ...dark } };
};

const tokens = read();

/** How bright a colour looks, 0 to 1, as WCAG 2 reckons it. */
const luminance = (colour: string): number => {
  const hex = colour.slice(1).replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3');
  const [red = NaN, green = NaN, blue = NaN] = [0, 2, 4]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one = '', other = ''): number => {
  const [dark = NaN, bright = NaN] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
};

/** What is written on what. */
const TEXT: Record<string, string[]> = {
  ground: ['ink', 'ink-2', 'ink-3', 'brand', 'warn', 'bad'],
  paper: ['ink', 'ink-2', 'ink-3', 'brand', 'warn', 'bad'],
  track: ['ink', 'ink-2'],
  ink: ['paper', 'on-ink-accent'],
  brand: ['on-brand'],
  'brand-soft': ['ink', 'ink-2', 'brand'],
  'warn-soft': ['ink', 'ink-2', 'warn'],
  'bad-soft': ['bad'],
  lens: ['on-lens'],
  ...Object.fromEntries(FIELDS.map((field) => [`${field}-soft`, ['ink']])),
};

/** What is drawn on what and says something by itself. */
const DRAWN: Record<string, string[]> = {
  paper: ['brand', ...FIELDS],
  track: ['brand'],
  'brand-soft': ['brand'],
};

const below = (least: number, theme: Theme, pairs: Record<string, string[]>): string[] =>
  Object.entries(pairs).flatMap(([ground, marks]) =>
    marks
      .map((mark) => ({ mark, found: contrast(tokens[theme][mark], tokens[theme][ground]) }))
      .filter(({ found }) => !(found >= least))
      .map(({ mark, found }) => `${mark} on ${ground}: ${found.toFixed(2)}`),
  );

describe.each(THEMES)('in the %s', (theme) => {
  test('text stands out from its ground by 4.5', () => {
    expect(below(4.5, theme, TEXT)).toEqual([]);
  });

  test('what is drawn stands out by 3', () => {
    expect(below(3, theme, DRAWN)).toEqual([]);
  });

  test('WeChat’s bar and a browser’s have the colour of the ground', () => {
    const bars = JSON.parse(readFileSync('src/theme.json', 'utf8')) as Record<string, { ground: string }>;
    const page = readFileSync('src/index.html', 'utf8');
    expect(bars[theme]?.ground).toBe(tokens[theme].ground);
    expect(page).toContain(`content="${tokens[theme].ground}" media="(prefers-color-scheme: ${theme})"`);
  });
});

test('every colour of the light has one for the dark, but those that stay as they are', () => {
  const colours = Object.keys(tokens.light).filter((name) => /^(#|rgba)/.test(tokens.light[name] ?? ''));
  const alike = colours.filter((name) => tokens.light[name] === tokens.dark[name]);
  expect(alike).toEqual(['code-ground', 'lens', 'on-lens']);
});
