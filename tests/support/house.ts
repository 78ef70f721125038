import { uuidv7 } from 'uuidv7';
import type { Inputs, OperationName, Outputs } from '../../types/contract';
import type { Identity } from '../../cloudfunctions/api/kernel/actor';
import { openDatabase } from '../../cloudfunctions/api/kernel/db';
import type { House } from '../../cloudfunctions/api/kernel/gate';
import type { Device } from '../../cloudfunctions/api/kernel/sessions';
import { makeLimits } from '../../cloudfunctions/api/kernel/limits';
import { readSettings } from '../../cloudfunctions/api/kernel/settings';
import { answer, type Answer } from '../../cloudfunctions/api/router';
import { TEMPLATES, templateSetting } from '../../local/host/functions';
import { APP_ID, type MadePerson } from '../factory';

export type In<Op extends OperationName> = Op extends `${infer Slice extends keyof Inputs}.${infer Verb}`
  ? Verb extends keyof Inputs[Slice]
    ? Inputs[Slice][Verb]
    : never
  : never;
export type Out<Op extends OperationName> = Op extends `${infer Slice extends keyof Outputs}.${infer Verb}`
  ? Verb extends keyof Outputs[Slice]
    ? Outputs[Slice][Verb]
    : never
  : never;

const key = (byte: number) => `k1:${Buffer.alloc(32, byte).toString('base64')}`;
export const CODE_HOST = 'https://youth.example.org';
export const FIELD_KEY = key(3);

/** Nobody answers there, at once: what is typed waits for a person. With `aWeixin` there is one. */
const SILENT_WEIXIN = 'http://127.0.0.1:1999/weixin';

/** The laptop's templates, which its WeChat knows. */
export const TEMPLATE_ANSWER = templateSetting(TEMPLATES.answer);
export const TEMPLATE_TODO = templateSetting(TEMPLATES.todo);

export const testSettings = (more: Record<string, string> = {}) =>
  readSettings({
    APP_CLOUD_ENV: 'youth-test',
    APP_WX_APPID: APP_ID,
    APP_WX_SECRET: 'secret',
    APP_WX_API: SILENT_WEIXIN,
    APP_ORIGINS: CODE_HOST,
    APP_CODE_HOST: CODE_HOST,
    APP_CODE_KEY: key(1),
    APP_SEAL_KEY: key(2),
    APP_FIELD_KEY: FIELD_KEY,
    ...more,
  });

const CONNECTIONS = 16;

/**
 * A house on a test's database, under the functions' own role. A patient one waits as long as it takes, for a crowd of
 * connections that all begin at once.
 */
export function openHouse(
  apiUrl: string,
  connections = CONNECTIONS,
  { patient = false } = {},
): House & { end(): Promise<void> } {
  const database = openDatabase(apiUrl, { max: connections, patient });
  return { settings: testSettings(), database, limits: makeLimits(database.pool), end: () => database.end() };
}

/** As for the first call of a minute; the doors count. */
export const UNCOUNTED = { calls: { times: 1, untilMs: 0 }, codes: null };

export const identityOf = ({ personId }: Pick<MadePerson, 'personId'>): Identity => ({
  kind: 'person',
  personId,
  account: null,
  session: null,
  counted: UNCOUNTED,
});
/** The same in the mini-program, where the platform says whose account it is. */
export const inWeixin = ({ personId, openid }: MadePerson): Identity => ({
  kind: 'person',
  personId,
  account: { appId: APP_ID, openid },
  session: null,
  counted: UNCOUNTED,
});
export const newcomer = (openid: string): Identity => ({ kind: 'newcomer', account: { appId: APP_ID, openid } });
export const nobody: Identity = { kind: 'nobody' };

export interface CallOptions {
  now?: Date;
  address?: string;
  bySession?: boolean;
  sender?: string;
  device?: Device;
}

export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly data: Record<string, unknown>,
  ) {
    super(code);
  }
}

/** Calls an operation as somebody, through the one gate, as a door would. */
export const callRaw = (
  house: House,
  identity: Identity,
  op: string,
  input: unknown,
  options: CallOptions = {},
): Promise<Answer> =>
  answer(
    {
      identity,
      bySession: options.bySession ?? false,
      sender: options.sender ?? null,
      address: options.address ?? '203.0.113.7',
      device: options.device ?? { kind: 'miniProgram', words: '微信' },
      now: options.now ?? new Date(),
      house,
    },
    op,
    input,
    uuidv7(),
  );

/** The operation's output; throws `Refused` with the refusal's name. */
export async function call<Op extends OperationName>(
  house: House,
  who: Identity | MadePerson,
  op: Op,
  input: In<Op>,
  options?: CallOptions,
): Promise<Out<Op>> {
  const identity = 'kind' in who ? who : identityOf(who);
  const result = await callRaw(house, identity, op, input, options);
  if (result.ok) return result.output as Out<Op>;
  throw new Refused(result.error.code, result.error.data as Record<string, unknown>);
}

export const rid = (): string => uuidv7();
