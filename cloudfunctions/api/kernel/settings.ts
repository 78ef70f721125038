import * as z from 'zod';

const KEY = '[a-z0-9]+:[A-Za-z0-9+/]{43}=';
/** The key in force, and behind it those that still open what they closed. */
const keys = z.string().regex(new RegExp(`^${KEY}(,${KEY})*$`), 'must be <id>:<32 bytes in base64>, several by commas');

/** What is needed to open and to seal what the tables keep. */
export const fieldKey = z.object({ APP_FIELD_KEY: keys });

const origins = z
  .string()
  .transform((list) => list.split(',').map((origin) => origin.trim()))
  .pipe(z.array(z.url()).min(1));

/** What WeChat is asked with. */
export const weixin = z.object({
  APP_WX_APPID: z.string().min(1),
  APP_WX_SECRET: z.string().min(1),
  APP_WX_API: z.url().default('https://api.weixin.qq.com'),
  /** Which version of the mini-program a 小程序码 and a message open. */
  APP_WX_VERSION: z.enum(['release', 'trial', 'develop']).default('release'),
});
export type WeixinSettings = z.infer<typeof weixin>;

/** A message's template at WeChat: its id, and its keys in the order in which we fill them. Empty where there is none. */
const template = (...keys: string[]) =>
  z
    .string()
    .regex(
      new RegExp(`^([\\w-]{20,64}:${keys.map((key) => `(${key})\\d{1,2}`).join(',')})?$`),
      `must be <id of the template>:${keys.map((key) => `<${key} and a number>`).join(',')}, or empty`,
    )
    .default('');

export const templates = z.object({
  APP_WX_TEMPLATE_ANSWER: template('thing', 'date|time'),
  APP_WX_TEMPLATE_TODO: template('thing', 'date|time'),
});
export type Templates = z.infer<typeof templates>;

const settings = z.object({
  /** The environment whose file store is used. */
  APP_CLOUD_ENV: z.string().min(1),
  ...weixin.shape,
  ...templates.shape,
  /** Origins from which a browser may call with its cookie, comma-separated. */
  APP_ORIGINS: origins,
  /** Where a code's link points. */
  APP_CODE_HOST: z.url(),
  APP_CODE_KEY: keys,
  APP_SEAL_KEY: keys,
  ...fieldKey.shape,
  APP_COOKIE_SECURE: z.enum(['on', 'off']).default('on'),
  APP_ROUTE_PREFIX: z.string().default('/api'),
});
export type Settings = z.infer<typeof settings>;

/** Reads a function's settings; a missing or malformed one is named, never its value. */
export function readAs<Shape extends z.ZodType>(shape: Shape, env: Record<string, string | undefined>): z.infer<Shape> {
  const read = shape.safeParse(env);
  if (read.success) return read.data;
  const named = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Settings missing or malformed.\n${named.join('\n')}`);
}

/** Reads every setting once. */
export const readSettings = (env: Record<string, string | undefined>): Settings => readAs(settings, env);
