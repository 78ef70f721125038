import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');
const CODE = ['cloudfunctions', 'config', 'types', 'src'];
const NUMBER = /\bD\d+\.\d+\b/g;
const TITLE = /\b(?:it|test|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g;
const EACH_TITLE = /\]\s*(?:as const)?\)\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g;

export interface Entry {
  /** The rule's first words on the domain page. */
  text: string;
  /** Where the product holds it: `file:line`. */
  held: string[];
  /** The titles of tests that bear it. */
  tests: string[];
}

function files(folder: string, ending: RegExp): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .sort();
}

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** Every D-number of the domain page, in its order. */
function numbersOfThePage(): Map<string, Entry> {
  const entries = [...read('docs/domain.md').matchAll(/^- (D\d+\.\d+) (.*)$/gm)];
  return new Map(
    entries.map(([, number = '', text = '']) => [number, { text: text.slice(0, 60), held: [], tests: [] }]),
  );
}

const titlesOf = (source: string): string[] =>
  [TITLE, EACH_TITLE].flatMap((pattern) => [...source.matchAll(pattern)].map(([, , title = '']) => title));

export interface Ledger {
  entries: Map<string, Entry>;
  /** Numbers that the code or a test names and the page does not have. */
  unknown: string[];
}

/** Number → where it is held → which tests bear it. */
export function readLedger(): Ledger {
  const entries = numbersOfThePage();
  const unknown = new Set<string>();
  const note = (number: string, kind: 'held' | 'tests', where: string) => {
    const entry = entries.get(number);
    if (!entry) unknown.add(`${number} in ${where}`);
    else if (!entry[kind].includes(where)) entry[kind].push(where);
  };
  for (const file of CODE.flatMap((folder) => files(folder, /\.(ts|tsx|sql)$/))) {
    read(file)
      .split('\n')
      .forEach((line, i) => (line.match(NUMBER) ?? []).forEach((number) => note(number, 'held', `${file}:${i + 1}`)));
  }
  for (const file of files('tests', /\.test\.tsx?$/)) {
    titlesOf(read(file)).forEach((title) =>
      (title.match(NUMBER) ?? []).forEach((number) => note(number, 'tests', `${file} › ${title}`)),
    );
  }
  return { entries, unknown: [...unknown] };
}
