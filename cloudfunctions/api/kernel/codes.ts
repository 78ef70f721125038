import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { CODE_KINDS, SITE_CODE, type CodeKind } from '../../../types/words';
import type { Policy } from '../../../config/policy';
import { hmac, sha256, type Key } from './secrets';

/** What a code may stand for: a person, as a youth or a cadre, or a site. */
type Coded = CodeKind | 'site';

/** A code as it was read: what it stands for, its 22 characters, and the live part if it has one. */
export interface Code<Kind extends Coded = Coded> {
  kind: Kind;
  body: string;
  live: { step: number; digits: string } | null;
}
export type PersonCode = Code<CodeKind>;

const LETTERS: Record<Coded, string> = { ...CODE_KINDS, site: SITE_CODE };
const PATTERN = /^([YCS])([A-Za-z0-9_-]{22})(?:\.(\d{1,12})\.(\d{8}))?$/;
const KIND_OF: Record<string, Coded> = Object.fromEntries(
  Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as Coded]),
);

export const printCode = ({ kind, body, live }: Code): string =>
  LETTERS[kind] + body + (live ? `.${live.step}.${live.digits}` : '');

export const printLink = (host: string, code: Code): string => `${host}/s/${printCode(code)}`;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The code inside what a scanner read: our link, a mini-program path with its scene, or the raw code. */
function inner(text: string, host: string): string {
  const scene = /[?&]scene=([^&]+)/.exec(text);
  if (scene) return decoded(scene[1] ?? '');
  return text.startsWith(`${host}/s/`) ? text.slice(host.length + 3) : text;
}

/** Null for a foreign code. */
export function parseCode(text: string, host: string): Code | null {
  const match = PATTERN.exec(inner(text.trim(), host));
  const kind = KIND_OF[match?.[1] ?? ''];
  if (!match || !kind) return null;
  const [, , body = '', step, digits] = match;
  return { kind, body, live: step && digits ? { step: Number(step), digits } : null };
}

/** The 22 characters of a code that opens a page (PAGE_CODES), behind its letter; null for a foreign code. */
export const pageCodeBody = (letter: string, text: string, host: string): string | null =>
  new RegExp(`^${letter}([A-Za-z0-9_-]{22})$`).exec(inner(text.trim(), host))?.[1] ?? null;

/** 128 bits that nobody can guess. */
export const randomBody = (): string => randomBytes(16).toString('base64url');

/** The first 128 bits of an HMAC: not guessable, and another version makes every old picture worthless. */
export const codeBody = (key: Key, kind: Coded, ownerId: string, version: number): string =>
  hmac(key, 'code', `${kind}|${ownerId}|${version}`).subarray(0, 16).toString('base64url');

/** What the table keeps of a code. */
export const codeHash = (body: string): Buffer => sha256(body);

export const stepAt = (instant: Date, stepSeconds: number): number =>
  Math.floor(instant.getTime() / 1000 / stepSeconds);

/** The eight digits of one step. The secret never leaves the server. */
export function liveDigits(key: Key, kind: Coded, body: string, step: number, stepSeconds: number): string {
  const secret = hmac(key, 'live', `${kind}|${body}`);
  const totp = new TOTP({
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
    algorithm: 'SHA256',
    digits: 8,
    period: stepSeconds,
  });
  return totp.generate({ timestamp: step * stepSeconds * 1000 });
}

export const sameDigits = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** D4.2 Whether a live code's step is good when it reaches the server: never ahead, and within the minutes allowed. */
export function stepVerdict(step: number, now: Date, codes: Policy['codes']): 'live' | 'ahead' | 'expired' {
  if (step > stepAt(now, codes.stepSeconds)) return 'ahead';
  const ageSeconds = now.getTime() / 1000 - step * codes.stepSeconds;
  return ageSeconds <= codes.acceptMinutes * 60 ? 'live' : 'expired';
}
