import { randomUUID } from 'node:crypto';
import type { House } from '../kernel/gate';
import { answer, failed, type Answer } from '../router';
import { byAccount } from './identity';
import type { PlatformEnv } from './platform';

/** The door of `wx.cloud.callFunction`: event `{ op, input, sender? }`; the platform's own additions to the event are never read. */
export async function wxDoor(
  house: House,
  event: Record<string, unknown>,
  env: PlatformEnv,
  now: Date,
): Promise<Answer> {
  const { op, input, sender } = event;
  const appId = env.WX_APPID ?? '';
  const ours = appId === house.settings.APP_WX_APPID && env.TCB_ISANONYMOUS_USER !== 'true';
  if (!ours || !env.WX_OPENID) return failed('NOT_SIGNED_IN', 401, { rule: null }, true);
  const identity = await byAccount(house, { appId, openid: env.WX_OPENID });
  const call = {
    identity,
    bySession: false,
    sender: typeof sender === 'string' ? sender : null,
    address: env.WX_CLIENTIP ?? '',
    device: { kind: 'miniProgram', words: '微信' } as const,
    now,
    house,
  };
  return answer(call, typeof op === 'string' ? op : '', input, randomUUID());
}
