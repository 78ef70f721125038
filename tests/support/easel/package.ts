import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  window?: Record<string, string>;
  /** Only then does WeChat tell the pages that the phone is dark. */
  darkmode?: boolean;
}

/** A built mini-program, as it would be uploaded. */
export interface Package {
  app: AppJson;
  /** Every page, of the subpackages too. */
  pages: string[];
  /** The texts of all files of a kind, by their name without its ending. */
  texts: (ending: '.wxml' | '.wxss' | '.wxs' | '.js' | '.json') => Record<string, string>;
}

export function readPackage(folder: string): Package {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const texts: Package['texts'] = (ending) =>
    Object.fromEntries(
      names
        .filter((name) => name.endsWith(ending))
        .map((name) => [name.slice(0, -ending.length), readFileSync(path.join(folder, name), 'utf8')]),
    );
  const app = JSON.parse(texts('.json').app ?? '{}') as AppJson;
  const inSubpackages = (app.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => path.posix.join(root, page)),
  );
  return { app, pages: [...app.pages, ...inSubpackages], texts };
}
