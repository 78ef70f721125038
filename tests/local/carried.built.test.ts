import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(process.cwd(), 'dist/cloudfunctions');

/** `import { z } from 'zod'` would bring zod's messages in fifty languages along; `import * as z` does not. */
it.each(readdirSync(FOLDER))('the function %s carries one language of zod', (name) => {
  const map = JSON.parse(readFileSync(join(FOLDER, name, 'index.js.map'), 'utf8')) as { sources: string[] };
  const languages = map.sources.filter((source) => /\/zod\/.*\/locales\/(?!index)/.test(source));
  expect(languages.map((source) => source.replace(/.*\//, ''))).toEqual(['en.js']);
});
