import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseEnv } from 'node:util';
import { readSettings } from '../../cloudfunctions/api/kernel/settings';
import { planFor } from '../../local/deploy/plan';
import { PARTS, readDeploySettings } from '../../local/deploy/settings';
import { FUNCTIONS } from '../../local/host/functions';

interface Deployed {
  name: string;
  memorySize: number;
  timeout: number;
  envVariables: Record<string, string>;
  triggers?: { type: string; config: string }[];
}

const text = (file: string): string => readFileSync(file, 'utf8');
const deployed = (JSON.parse(text('cloudbaserc.json')) as { functions: Deployed[] }).functions;
const api = deployed.find(({ name }) => name === 'api') as Deployed;
const example = parseEnv(text('deploy.env.example')) as Record<string, string>;
const key = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
const filled: Record<string, string> = { ...example, APP_CODE_KEY: key, APP_SEAL_KEY: key, APP_FIELD_KEY: key };

const without = (env: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(env).filter(([each]) => each !== name));

const fill = (template: string, env: Record<string, string>): string =>
  template.replace(/\{\{env\.(\w+)\}\}/g, (_, name: string) => env[name] ?? `{{${name}}}`);
const environmentOf = ({ envVariables }: Deployed) =>
  Object.fromEntries(Object.entries(envVariables).map(([name, value]) => [name, fill(value, filled)]));

describe('what is deployed', () => {
  it('is what the stand-in hosts, with the same limits', () => {
    const hosted = FUNCTIONS.map(({ name, timeoutMs, memoryMb }) => [name, timeoutMs / 1000, memoryMb]);
    expect(deployed.map(({ name, timeout, memorySize }) => [name, timeout, memorySize])).toEqual(hosted);
  });

  it('is called by those who may call it on a laptop', () => {
    const rules = JSON.parse(text('local/deploy/invoke-rules.json')) as Record<string, { invoke: unknown }>;
    expect(rules['*']).toEqual({ invoke: false });
    for (const { name, calledByClients } of FUNCTIONS)
      expect((rules[name] ?? rules['*'])?.invoke !== false).toBe(calledByClients);
  });

  it('knows every setting that the function reads, and each is in the example', () => {
    expect(() => readSettings(environmentOf(api))).not.toThrow();
    const used = [...text('cloudbaserc.json').matchAll(/\{\{env\.(\w+)\}\}/g)].map(([, name = '']) => name);
    expect(used.filter((name) => !(name in example))).toEqual([]);
    expect(used.filter((name) => !(name in readDeploySettings(['functions'], filled)))).toEqual([]);
  });

  it('names none of its settings as the platform does', () => {
    const names = deployed.flatMap(({ envVariables }) => Object.keys(envVariables));
    expect(names.filter((name) => /^(WX_|TCB_|SCF_|TENCENTCLOUD_)/.test(name))).toEqual([]);
  });

  it('has timers of seven fields', () => {
    const timers = deployed.flatMap(({ triggers = [] }) => triggers);
    expect(timers.map(({ type, config }) => [type, config.split(' ').length])).toEqual([['timer', 7]]);
  });
});

describe('the settings of a deployment', () => {
  it.each(Object.keys(readDeploySettings(PARTS, filled)).filter((name) => name !== 'APP_PG_CA'))(
    '%s: missing, it is named, and no value is',
    (name) => {
      const refused = () => readDeploySettings(PARTS, without(filled, name));
      expect(refused).toThrow(name);
      expect(refused).not.toThrow(/a-long-random|0123456789abcdef0123/);
    },
  );

  it('the keys of the example are no keys', () => {
    expect(() => readDeploySettings(['functions'], example)).toThrow('APP_CODE_KEY is the example');
  });

  it('a part asks for its own only', () => {
    const { APP_CLOUD_ENV, APP_CODE_HOST } = filled;
    expect(() => readDeploySettings(['web'], { APP_CLOUD_ENV, APP_CODE_HOST })).not.toThrow();
  });
});

it('nothing secret stands in a command line', () => {
  const lines = planFor(PARTS, readDeploySettings(PARTS, filled)).map(({ command, env }) =>
    [...Object.values(env ?? {}), ...command].join(' '),
  );
  const secrets = ['DEPLOY_DATABASE_URL', 'API_PGPASSWORD', 'CLOCK_PGPASSWORD', 'APP_WX_SECRET', 'APP_CODE_KEY'];
  for (const name of secrets) expect(lines.join('\n')).not.toContain(filled[name]);
});

describe('npm run deploy', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'youth-deploy-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  /** With programs in the place of npx and node's builds that write down what they were asked. */
  function deploy(args: string[], env: Record<string, string>, fails = '') {
    const script = `#!/bin/sh\necho "$(basename "$0") $*" >> "${folder}/done"\ncase "$*" in *"${fails || 'nothing'}"*) exit 3;; esac\n`;
    for (const name of ['npx', 'node']) {
      writeFileSync(join(folder, name), script);
      chmodSync(join(folder, name), 0o755);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, ['local/deploy.mjs', ...args], {
      encoding: 'utf8',
      env: { ...env, PATH: `${folder}${delimiter}${process.env.PATH}` } as unknown as NodeJS.ProcessEnv,
    });
    const asked = existsSync(join(folder, 'done')) ? text(join(folder, 'done')).trim().split('\n') : [];
    return { status, said: stdout + stderr, asked };
  }

  it('does the parts in order: the schema before the functions that need it, the screens last', () => {
    const { status, asked } = deploy([], filled);
    expect(asked).toEqual([
      'npx tsx local/deploy/database.ts',
      'node local/build.mjs functions',
      expect.stringContaining('tcb fn deploy --all --force --yes -e youth-8gq2x1'),
      'node local/build.mjs h5',
      expect.stringContaining('tcb hosting deploy dist/h5 / -e youth-8gq2x1'),
      'node local/build.mjs weapp',
      expect.stringContaining('miniprogram-ci upload --appid wx0123456789abcdef --project-path dist/weapp'),
    ]);
    expect(status).toBe(0);
  });

  it('a dry run does nothing and says what it would do', () => {
    const { status, said, asked } = deploy(['--dry-run', '--only', 'web'], filled);
    expect([status, asked]).toEqual([0, []]);
    expect(said).toContain('hosting deploy dist/h5 /');
  });

  it('stops where something fails', () => {
    const { status, said, asked } = deploy(['--only', 'functions,web'], filled, 'fn deploy');
    expect([status, asked.length]).toEqual([1, 2]);
    expect(said).toContain('Deploy the functions with their settings and timers: failed with 3');
  });

  it('begins nothing when a setting is missing', () => {
    const { status, said, asked } = deploy([], without(filled, 'APP_WX_SECRET'));
    expect([status, asked]).toEqual([1, []]);
    expect(said).toContain('APP_WX_SECRET');
  });
});
