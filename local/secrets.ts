import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a deployment would be given by its administrators; on a laptop it is drawn once for each data set, and what an earlier version did not know is added. */
export interface Secrets {
  superuserPassword: string;
  ownerPassword: string;
  apiPassword: string;
  clockPassword: string;
  weixinSecret: string;
  codeKey: string;
  sealKey: string;
  fieldKey: string;
}

export function secretsOf(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  const secrets = { ...drawSecrets(), ...kept };
  if (Object.keys(secrets).length > Object.keys(kept).length) {
    const unfinished = `${file}.new`;
    writeFileSync(unfinished, JSON.stringify(secrets), { mode: 0o600 });
    renameSync(unfinished, file);
  }
  return secrets;
}

const drawSecrets = (): Secrets => ({
  superuserPassword: drawPassword(),
  ownerPassword: drawPassword(),
  apiPassword: drawPassword(),
  clockPassword: drawPassword(),
  weixinSecret: randomBytes(16).toString('hex'),
  codeKey: drawKey(),
  sealKey: drawKey(),
  fieldKey: drawKey(),
});

const drawPassword = (): string => randomBytes(24).toString('base64url');

const drawKey = (): string => `k1:${randomBytes(32).toString('base64')}`;
