import { connectionsAtMost } from '../../cloudfunctions/api/kernel/db';
import type { Secrets } from '../secrets';
import { APP_ID, ENVIRONMENT_ID, TEMPLATES, templateSetting } from './functions';

export type Environment = Record<string, string | undefined>;

interface Surroundings {
  /** Where the stand-in answers. */
  url: string;
  /** The database, as the functions' role. */
  apiUrl: string;
  secrets: Pick<Secrets, 'weixinSecret' | 'codeKey' | 'sealKey' | 'fieldKey'>;
  /** Leaves another person's identity in the process, as CloudBase's runtime may: nobody may ever act as that person. */
  staleIdentity: boolean;
}

/** What every function is given: its database, and nothing of the laptop's but what a process needs to start. */
function processEnvironment(databaseUrl: string, staleIdentity: boolean): Environment {
  const database = new URL(databaseUrl);
  return {
    PATH: process.env.PATH,
    SystemRoot: process.env.SystemRoot,
    TZ: 'UTC',
    NODE_ENV: 'production',
    PGHOST: database.hostname,
    PGPORT: database.port,
    PGDATABASE: database.pathname.slice(1),
    PGUSER: database.username,
    PGPASSWORD: database.password,
    APP_PG_TLS: 'off',
    ...(staleIdentity ? STALE_IDENTITY : {}),
  };
}

/** The laptop's WeChat. */
const weixinEnvironment = (url: string, { weixinSecret }: Pick<Secrets, 'weixinSecret'>): Environment => ({
  APP_WX_APPID: APP_ID,
  APP_WX_SECRET: weixinSecret,
  APP_WX_API: `${url}/weixin`,
  APP_WX_TEMPLATE_ANSWER: templateSetting(TEMPLATES.answer),
  APP_WX_TEMPLATE_TODO: templateSetting(TEMPLATES.todo),
});

interface ClockSurroundings extends Pick<Surroundings, 'url' | 'staleIdentity'> {
  /** The database, as the clock's role. */
  clockUrl: string;
  secrets: Pick<Secrets, 'weixinSecret'>;
}

/** The clock's whole environment: it has a database, WeChat, and no keys. */
export const clockEnvironment = ({ url, clockUrl, secrets, staleIdentity }: ClockSurroundings): Environment => ({
  ...processEnvironment(clockUrl, staleIdentity),
  ...weixinEnvironment(url, secrets),
});

/** The whole environment of the function that people call. */
export function functionEnvironment({ url, apiUrl, secrets, staleIdentity }: Surroundings): Environment {
  return {
    ...processEnvironment(apiUrl, staleIdentity),
    PGPOOL_MAX: String(connectionsAtMost()),
    APP_CLOUD_ENV: ENVIRONMENT_ID,
    ...weixinEnvironment(url, secrets),
    APP_ORIGINS: `${url},${url.replace('127.0.0.1', 'localhost')}`,
    APP_CODE_HOST: url,
    APP_CODE_KEY: secrets.codeKey,
    APP_SEAL_KEY: secrets.sealKey,
    APP_FIELD_KEY: secrets.fieldKey,
    APP_COOKIE_SECURE: 'off',
    APP_ROUTE_PREFIX: '/api',
    ...platformOf(url),
  };
}

/** What the platform sets in a function's process: with it its SDK finds the storage. */
export const platformOf = (url: string) => ({
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/cloudbase/admin` }),
  TENCENTCLOUD: 'true',
  TENCENTCLOUD_SECRETID: 'AKIDlaptop',
  TENCENTCLOUD_SECRETKEY: 'laptop',
});

const STALE_IDENTITY = {
  WX_APPID: APP_ID,
  WX_OPENID: 'oSTALE00000000000000000STALE',
  WX_CONTEXT_KEYS: 'WX_APPID,WX_OPENID',
  TCB_UUID: 'stale-uuid',
  TCB_CUSTOM_USER_ID: 'stale-user',
  TCB_CONTEXT_KEYS: 'TCB_UUID,TCB_CUSTOM_USER_ID',
};
