import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FUNCTIONS } from '../../local/host/functions';
import { contextFor, httpEnvironment } from '../../local/host/context';
import { functionEnvironment, type Environment } from '../../local/host/settings';

jest.setTimeout(60_000);

const key = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
let folder: string;
let closed: number;

beforeAll(async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  closed = (server.address() as { port: number }).port;
  server.close();
  folder = mkdtempSync(join(tmpdir(), 'youth-alone-'));
  cpSync('dist/cloudfunctions', folder, { recursive: true });
  writeFileSync(
    join(folder, 'run.js'),
    `const { main } = require(process.argv[2]);
    process.once('message', async ([event, context]) => process.send(await main(event, context)));`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const env = (): Environment =>
  functionEnvironment({
    url: 'http://127.0.0.1:1',
    apiUrl: `postgresql://youth_api:x@127.0.0.1:${closed}/youth`,
    secrets: { weixinSecret: 'x', codeKey: key, sealKey: key, fieldKey: key },
    staleIdentity: false,
  });

/** One call in a process that has nothing but the packed files: no packages, no checkout. */
async function called(name: string, event: object, environment: Environment) {
  const config = FUNCTIONS.find((each) => each.name === name);
  if (!config) throw new Error(`there is no function ${name}`);
  const child = fork(join(folder, 'run.js'), [join(folder, name, 'index.js')], {
    cwd: folder,
    env: environment as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (written += String(text)));
  child.send([event, contextFor(config, httpEnvironment())]);
  const [answer] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => [{ died: written }]),
  ])) as [unknown];
  child.kill();
  return { answer, written };
}

const asks = {
  httpMethod: 'POST',
  path: '/api/privacy/notice',
  headers: { 'content-type': 'application/json' },
  body: '{}',
  isBase64Encoded: false,
};

it('every function is packed', () => {
  const packed = readdirSync('dist/cloudfunctions').sort();
  expect(packed).toEqual(FUNCTIONS.map(({ name }) => name).sort());
});

it('the function starts from its built files alone, and says that its database is not there', async () => {
  const { answer } = await called('api', asks, env());
  expect(answer).toMatchObject({ statusCode: 503, body: expect.stringContaining('UNAVAILABLE') as string });
});

it('a missing setting is named at the first call, and its neighbours are not told', async () => {
  const { answer, written } = await called('api', asks, { ...env(), APP_FIELD_KEY: undefined });
  expect(answer).toMatchObject({ statusCode: 500 });
  expect(written).toContain('APP_FIELD_KEY');
  expect(written).not.toContain(key);
});

it('whoever is neither a person nor HTTP access is refused', async () => {
  const { answer } = await called('api', { op: 'org.me' }, env());
  expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
});
