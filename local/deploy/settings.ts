import * as z from 'zod';
import { isAuthority } from '../../cloudfunctions/api/kernel/connection';
import { templates } from '../../cloudfunctions/api/kernel/settings';

const filled = z.string().trim().min(1, 'is missing');
const KEY = /^[a-z0-9]+:[A-Za-z0-9+/]{43}=(,[a-z0-9]+:[A-Za-z0-9+/]{43}=)*$/;
const keys = filled
  .regex(KEY, 'must be <id>:<32 bytes in base64>, several by commas')
  .refine((text) => !/:A{43}=/.test(text), 'is the example');
const site = filled.regex(/^https:\/\/[^/]+$/, 'must be https://<host>, and nothing behind it');

/** What a deployment is told, by the part of it that asks. */
const asked = {
  database: {
    DEPLOY_DATABASE_URL: filled.regex(/^postgres(ql)?:\/\//, 'must be a connection string'),
    API_PGPASSWORD: filled.min(16, 'is too short'),
    CLOCK_PGPASSWORD: filled.min(16, 'is too short'),
  },
  functions: {
    APP_CLOUD_ENV: filled,
    DEPLOY_REGION: filled,
    DEPLOY_VPC: filled,
    DEPLOY_SUBNET: filled,
    PGHOST: filled,
    PGPORT: filled.regex(/^\d+$/, 'must be a number'),
    PGDATABASE: filled,
    API_PGPASSWORD: filled.min(16, 'is too short'),
    CLOCK_PGPASSWORD: filled.min(16, 'is too short'),
    APP_PG_TLS: z.enum(['off', 'on', 'verify']),
    APP_PG_CA: z.string(),
    APP_WX_APPID: filled.regex(/^wx[0-9a-f]{16}$/, 'must be wx and 16 hexadecimal digits'),
    APP_WX_SECRET: filled.regex(/^[0-9a-f]{32}$/, 'must be 32 hexadecimal digits'),
    APP_WX_VERSION: z.enum(['release', 'trial', 'develop']),
    APP_WX_TEMPLATE_ANSWER: templates.shape.APP_WX_TEMPLATE_ANSWER.unwrap(),
    APP_WX_TEMPLATE_TODO: templates.shape.APP_WX_TEMPLATE_TODO.unwrap(),
    APP_ORIGINS: filled,
    APP_CODE_HOST: site,
    APP_CODE_KEY: keys,
    APP_SEAL_KEY: keys,
    APP_FIELD_KEY: keys,
  },
  web: { APP_CLOUD_ENV: filled, APP_CODE_HOST: site },
  mini: {
    APP_CLOUD_ENV: filled,
    APP_WX_APPID: filled,
    APP_CODE_HOST: site,
    DEPLOY_DOOR: z.enum(['wx', 'http']),
    DEPLOY_UPLOAD_KEY: filled,
    DEPLOY_VERSION: filled.regex(/^\d+\.\d+\.\d+$/, 'must be like 1.0.0'),
  },
} satisfies Record<string, Record<string, z.ZodType<string>>>;

export type Part = keyof typeof asked;
export const PARTS = Object.keys(asked) as Part[];

export type DeploySettings = Record<string, string>;

/** The settings that these parts ask for; all that are missing or malformed are named together, never their values. */
export function readDeploySettings(parts: readonly Part[], env: Record<string, string | undefined>): DeploySettings {
  const shape: Record<string, z.ZodType<string>> = Object.fromEntries(
    parts.flatMap((part) => Object.entries(asked[part])),
  );
  const read = z
    .object(shape)
    .refine(({ APP_PG_TLS, APP_PG_CA = '' }) => APP_PG_TLS !== 'verify' || isAuthority(APP_PG_CA), {
      path: ['APP_PG_CA'],
      message: 'must be the certificate of an authority in PEM',
    })
    .safeParse(env);
  if (read.success) return read.data;
  const named = read.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
  throw new Error(`Settings missing or malformed:\n${named.join('\n')}\ndeploy.env.example explains each.`);
}
