import { notices } from '../../../config/notice';
import { dayOf } from '../kernel/calendar';
import { refuse } from '../kernel/errors';
import { as, os } from '../kernel/gate';
import { once } from '../kernel/requests';
import { noticeInForce } from './rules';
import * as store from './store';

const notice = os.privacy.notice.use(as.anyone).handler(({ context: { scene } }) => {
  const { version, from, answers, full } = noticeInForce(notices, scene.today);
  return { version, from, answers, full };
});

const agree = os.privacy.agree.use(as.youth).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'privacy.agree',
    input,
    input.version,
    async () => {
      const { version } = noticeInForce(notices, scene.today);
      if (input.version !== version) refuse('NOTICE_OUTDATED', { version });
      await store.addConsent(scene.tx, scene.actor.personId, version, scene.now);
    },
    (version) => Promise.resolve({ version }),
  ),
);

const record = os.privacy.record.use(as.youth).handler(async ({ context: { scene } }) => {
  const { tx, actor, youth, now, policy } = scene;
  const since = new Date(now.getTime() - policy.looksDays * 86_400_000);
  const consents = await store.consentsOf(tx, actor.personId);
  const looks = await store.looksAt(tx, actor.personId, since, policy.looksShown);
  return {
    youth: {
      name: actor.name,
      birthMonth: youth.birthMonth.slice(0, 7),
      field: youth.field,
      unit: youth.unit,
      registeredOn: dayOf(await store.registeredAt(tx, actor.personId)),
    },
    consents: consents.map(({ version, at }) => ({ version, on: dayOf(at) })),
    looks: looks.map(({ at, ...look }) => ({ at: at.toISOString(), ...look })),
    blocked: await store.blockedBy(tx, actor.personId),
  };
});

export const privacy = { notice, agree, record };
