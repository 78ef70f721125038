import { uuidv7 } from 'uuidv7';
import { notices } from '../../../../config/notice';
import { accountKey, declareActor } from '../../kernel/actor';
import { refuse } from '../../kernel/errors';
import { as, os } from '../../kernel/gate';
import { once } from '../../kernel/requests';
import { openSession } from '../../kernel/sessions';
import { noticeInForce } from '../../privacy/rules';
import { mayRegister } from '../rules';
import * as store from '../store/people';

/** The request is kept under the account, which a newcomer has before and after: repeated, it is the same request. */
export const register = os.org.register.use(as.known).handler(async ({ context: { scene: entered }, input }) => {
  const { tx, actor, identity, now, today, policy, settings } = entered;
  const account = identity.kind === 'nobody' ? null : identity.account;
  const scene = { ...entered, actorKey: account ? accountKey(account, settings) : entered.actorKey };
  const personId = actor?.personId ?? uuidv7();
  await declareActor(tx, actor?.personId ?? null, scene.actorKey, today);
  return once(
    scene,
    'org.register',
    input,
    personId,
    async () => {
      if (actor?.youth) refuse('ALREADY_REGISTERED', {});
      const { version } = noticeInForce(notices, today);
      if (input.noticeVersion !== version) refuse('NOTICE_OUTDATED', { version });
      const birthMonth = `${input.birthYear}-${String(input.birthMonth).padStart(2, '0')}-01`;
      if (!mayRegister(birthMonth, today, policy.age)) refuse('UNDER_14', {});
      const isPerson = actor ?? (account && (await store.addPerson(tx, { personId, account, name: input.name }, now)));
      if (!isPerson) refuse('ALREADY_REGISTERED', {});
      const youth = { birthMonth, field: input.field, unit: input.unit || null, noticeVersion: version };
      if (!(await store.addYouth(tx, personId, youth, now))) refuse('ALREADY_REGISTERED', {});
    },
    async (registeredId) => {
      const needsOne = scene.bySession && !(identity.kind === 'person' && identity.session);
      if (!needsOne) return { token: null, expiresAt: null };
      await declareActor(tx, registeredId, scene.actorKey, today);
      const { token, expiresAt } = await openSession(tx, registeredId, now);
      return { token, expiresAt: expiresAt.toISOString() };
    },
  );
});
