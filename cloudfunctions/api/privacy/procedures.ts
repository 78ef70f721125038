import { notices } from '../../../config/notice';
import { dayOf } from '../kernel/calendar';
import { refuse } from '../kernel/errors';
import { as, os, type Scene } from '../kernel/gate';
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

async function looksAt({ tx, now, policy }: Scene, personId: string) {
  const since = new Date(now.getTime() - policy.looksDays * 86_400_000);
  const looks = await store.looksAt(tx, personId, since, policy.looksShown);
  return looks.map(({ at, ...look }) => ({ at: at.toISOString(), ...look }));
}

const looks = os.privacy.looks
  .use(as.person)
  .handler(async ({ context: { scene } }) => ({ looks: await looksAt(scene, scene.actor.personId) }));

const record = os.privacy.record.use(as.youth).handler(async ({ context: { scene } }) => {
  const { tx, actor, youth } = scene;
  const consents = await store.consentsOf(tx, actor.personId);
  return {
    youth: {
      name: actor.name,
      birthMonth: youth.birthMonth.slice(0, 7),
      field: youth.field,
      unit: youth.unit,
      registeredOn: dayOf(await store.registeredAt(tx, actor.personId)),
    },
    consents: consents.map(({ version, at }) => ({ version, on: dayOf(at) })),
    looks: await looksAt(scene, actor.personId),
    blocked: await store.blockedBy(tx, actor.personId),
  };
});

export const privacy = { notice, agree, record, looks };
