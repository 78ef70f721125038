import fc from 'fast-check';
import { httpDoor } from '../../cloudfunctions/api/doors/http';
import { wxDoor } from '../../cloudfunctions/api/doors/wx';
import { byAccount, byToken } from '../../cloudfunctions/api/doors/identity';
import type { Identity } from '../../cloudfunctions/api/kernel/actor';
import type { House } from '../../cloudfunctions/api/kernel/gate';
import type { Answer } from '../../cloudfunctions/api/router';
import { APP_ID } from '../factory';
import type { Caller } from './callers';

export type Door = 'wx' | 'http';

export interface Attempt {
  caller: Caller;
  door: Door;
  operation: string;
  input: unknown;
  /** What is said beside the operation and its input. */
  beside: Record<string, unknown>;
  address: string;
}

export const addresses = fc.ipV4();

/** As a door lets the caller in: by the account that the platform vouches for, or by a session. */
export async function knock(house: House, attempt: Attempt): Promise<Answer> {
  const { caller, door, operation, input, beside, address } = attempt;
  const now = new Date();
  if (door === 'wx') {
    const env = { WX_APPID: APP_ID, WX_OPENID: caller.openid ?? undefined, WX_CLIENTIP: address };
    return wxDoor(house, { ...beside, op: operation, input }, env, now);
  }
  const headers = {
    ...Object.fromEntries(Object.entries(beside).map(([name, value]) => [`x-${name}`, value])),
    'content-type': 'application/json',
    'x-real-ip': address,
    ...(caller.token ? { authorization: `Bearer ${caller.token}` } : {}),
  };
  const path = `/api/${operation.replace('.', '/')}`;
  const { body } = await httpDoor(house, { path, httpMethod: 'POST', headers, body: JSON.stringify(input) }, now);
  return JSON.parse(body) as Answer;
}

/** Who the caller is to this door at this moment. */
export async function identityAt(house: House, { caller, door }: Attempt): Promise<Identity> {
  if (door === 'wx') {
    return caller.openid ? byAccount(house, { appId: APP_ID, openid: caller.openid }) : { kind: 'nobody' };
  }
  return caller.token ? byToken(house, caller.token, new Date()) : { kind: 'nobody' };
}
