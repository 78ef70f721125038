import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENVIRONMENT_ID } from '../../local/host/functions';
import { aWeixin, type Weixin } from '../support/weixin';

jest.setTimeout(60_000);

let folder: string;
let cloud: Weixin;

beforeAll(async () => {
  cloud = await aWeixin('secret');
  folder = mkdtempSync(join(tmpdir(), 'youth-files-'));
  copyFileSync('dist/cloudfunctions/api/cloudbase.apart.js', join(folder, 'cloudbase.apart.js'));
  writeFileSync(
    join(folder, 'run.js'),
    `const files = require('./cloudbase.apart.js').openStore('${ENVIRONMENT_ID}');
    process.on('message', async ([verb, ...args]) => {
      const given = args.map((arg) => (arg.base64 ? Buffer.from(arg.base64, 'base64') : arg));
      try {
        const result = await files[verb](...given);
        process.send({ result: Buffer.isBuffer(result) ? result.toString('base64') : result });
      } catch (error) {
        process.send({ failed: error.name, why: error.message });
      }
    });`,
  );
});
afterAll(async () => {
  await cloud.end();
  rmSync(folder, { recursive: true });
});

/** The packed store with the platform's own SDK, alone in its folder, asked over HTTP. */
async function asked(...call: unknown[]): Promise<{ result?: unknown; failed?: string }> {
  const child = fork(join(folder, 'run.js'), [], {
    env: cloud.platform as unknown as NodeJS.ProcessEnv,
  });
  child.send(call);
  const [reply] = (await once(child, 'message')) as [{ result?: unknown; failed?: string }];
  child.kill();
  return reply;
}

const base64 = Buffer.from([0, 1, 255, 128]).toString('base64');

it('a file is kept, read back byte by byte, and removed', async () => {
  const { result: fileId } = await asked('put', 'cards/a.png', { base64 });
  expect(fileId).toMatch(/^cloud:\/\//);
  expect((await asked('get', fileId)).result).toBe(base64);
  await asked('remove', [fileId]);
  expect((await asked('get', fileId)).result).toBeNull();
});

it('an upload that was lost on its way is noticed, although the SDK does not', async () => {
  cloud.files.loseNext();
  expect((await asked('put', 'cards/lost.png', { base64 })).failed).toBe('Unavailable');
});
