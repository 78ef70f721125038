import { X509Certificate } from 'node:crypto';
import type { PoolConfig } from 'pg';
import * as z from 'zod';
import { readAs } from './settings';

/** A certificate in PEM; on one line, its ends of line are written `\n`. */
const pemOf = (text: string): string => text.replaceAll('\\n', '\n').trim();

export function isAuthority(text: string): boolean {
  try {
    return new X509Certificate(pemOf(text)).ca;
  } catch {
    return false;
  }
}

/** A function's database, under its own role. */
export const databaseSettings = z
  .object({
    PGHOST: z.string().min(1),
    PGPORT: z.string().regex(/^\d+$/, 'must be a number'),
    PGDATABASE: z.string().min(1),
    PGUSER: z.string().min(1),
    PGPASSWORD: z.string().min(1),
    /** `off` on a laptop; `on` is encrypted; `verify` checks besides that the server is the one of `APP_PG_CA`. */
    APP_PG_TLS: z.enum(['off', 'on', 'verify']),
    APP_PG_CA: z.string().default(''),
  })
  .refine(({ APP_PG_TLS, APP_PG_CA }) => APP_PG_TLS !== 'verify' || isAuthority(APP_PG_CA), {
    path: ['APP_PG_CA'],
    message: 'must be the certificate of an authority in PEM',
  });

const tls = (mode: 'off' | 'on' | 'verify', ca: string): PoolConfig['ssl'] => {
  if (mode === 'off') return false;
  return mode === 'verify' ? { ca: pemOf(ca), rejectUnauthorized: true } : { rejectUnauthorized: false };
};

/** Where a function finds its database; what is missing or malformed is named. A server without TLS is refused by the driver where TLS is wanted. */
export function connectionOf(env: Record<string, string | undefined>): PoolConfig {
  const settings = readAs(databaseSettings, env);
  return {
    host: settings.PGHOST,
    port: Number(settings.PGPORT),
    database: settings.PGDATABASE,
    user: settings.PGUSER,
    password: settings.PGPASSWORD,
    ssl: tls(settings.APP_PG_TLS, settings.APP_PG_CA),
  };
}
