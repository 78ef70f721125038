import { addressKey, declareActor } from '../../kernel/actor';
import { refuse } from '../../kernel/errors';
import { as, inTransaction, os } from '../../kernel/gate';
import { readKeys } from '../../kernel/secrets';
import { openSession, sealNewcomer } from '../../kernel/sessions';
import { codeToOpenid } from '../../kernel/weixin/login';
import { endSession, personOfAccount } from '../store/people';

/** WeChat is asked before the transaction begins: no connection waits for it. */
export const signIn = os.org.signIn.handler(({ context, input: { code } }) => {
  const { settings, limits } = context.house;
  return limits.watched('signIns', addressKey(context.address, settings), async () => {
    const openid = (await codeToOpenid(settings, code)) ?? refuse('SIGN_IN_FAILED', {});
    return inTransaction(context, async ({ tx, now, today, device }) => {
      const account = { appId: settings.APP_WX_APPID, openid };
      const personId = await personOfAccount(tx, account);
      if (personId) await declareActor(tx, personId, '', today);
      const session = personId
        ? await openSession(tx, personId, now, { ...device, kind: 'miniProgram' })
        : sealNewcomer(readKeys(settings.APP_SEAL_KEY), account, now);
      return { token: session.token, expiresAt: session.expiresAt.toISOString() };
    });
  });
});

export const signOut = os.org.signOut.use(as.known).handler(async ({ context: { scene } }) => {
  const { identity, tx, now } = scene;
  if (identity.kind === 'person' && identity.session) await endSession(tx, identity.session, now);
  return { done: true as const };
});
