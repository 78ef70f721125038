import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

export interface Key {
  id: string;
  bytes: Buffer;
}

/** The keys of a setting, `<id>:<32 bytes in base64>` by commas: the first closes, all open. */
export function readKeys(setting: string): [Key, ...Key[]] {
  const keys = setting.split(',').map((text) => {
    const [id = '', base64 = ''] = text.split(':');
    return { id, bytes: Buffer.from(base64, 'base64') };
  });
  return keys as [Key, ...Key[]];
}

export const sha256 = (data: string): Buffer => createHash('sha256').update(data).digest();

/** An HMAC under a label, so that one key serves several purposes apart. */
export const hmac = (key: Key, label: string, data: string): Buffer =>
  createHmac('sha256', key.bytes).update(`${label}\n${data}`).digest();

/** D9.7 Seals a value (AES-256-GCM): `<key id>.<nonce+tag+text in base64url>`. `about` must be the same to open it. */
export function seal([key]: [Key, ...Key[]], about: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${key.id}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/** Opens a sealed value; null when it is not one of ours, or was sealed about something else. */
export function unseal(keys: Key[], about: string, sealed: string): string | null {
  const [id, body = ''] = sealed.split('.');
  const bytes = Buffer.from(body, 'base64url');
  const key = keys.find((each) => each.id === id);
  if (!key || bytes.length < 28) return null;
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, 12)).setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
