import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a deployment would be given by its administrators; on a laptop it is drawn once for each data set. */
export interface Secrets {
  superuserPassword: string;
  ownerPassword: string;
  apiPassword: string;
  weixinSecret: string;
  codeKey: string;
  sealKey: string;
  fieldKey: string;
}

export function secretsOf(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file)) {
    const unfinished = `${file}.new`;
    writeFileSync(unfinished, JSON.stringify(drawSecrets()), { mode: 0o600 });
    renameSync(unfinished, file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}

const drawSecrets = (): Secrets => ({
  superuserPassword: drawPassword(),
  ownerPassword: drawPassword(),
  apiPassword: drawPassword(),
  weixinSecret: randomBytes(16).toString('hex'),
  codeKey: drawKey(),
  sealKey: drawKey(),
  fieldKey: drawKey(),
});

const drawPassword = (): string => randomBytes(24).toString('base64url');

const drawKey = (): string => `k1:${randomBytes(32).toString('base64')}`;
