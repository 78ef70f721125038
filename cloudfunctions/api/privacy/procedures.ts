import { notices } from '../../../config/notice';
import { dayOf } from '../kernel/calendar';
import { refuse } from '../kernel/errors';
import { as, os } from '../kernel/gate';
import { once } from '../kernel/requests';
import { answerConcern, answerCorrection, concern, correction, requests } from './answers';
import { askedOf } from './asked';
import { copy } from './copy';
import { askBirthMonth, askName, close, correct, withdraw } from './rights';
import { reportConcern } from './report';
import { noticeInForce } from './rules';
import { askedBy } from './store/asked';
import * as store from './store/record';

const DAY_MS = 86_400_000;

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
  const { tx, actor, youth, now, policy, settings } = scene;
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const [consents, looks, registeredAt, blocked, past, asked] = await Promise.all([
    store.consentsOf(tx, actor.personId),
    store.looksAt(tx, actor.personId, daysAgo(policy.looksDays), policy.looksShown),
    store.registeredAt(tx, actor.personId),
    store.blockedBy(tx, actor.personId),
    store.pastHolders(tx, actor.personId, daysAgo(policy.concern.daysAfterContact), policy.rightsShown),
    askedBy(tx, actor.personId, policy.rightsShown),
  ]);
  return {
    youth: {
      name: actor.name,
      birthMonth: youth.birthMonth.slice(0, 7),
      field: youth.field,
      unit: youth.unit,
      registeredOn: dayOf(registeredAt),
    },
    consents: consents.map(({ version, at, withdrawnAt }) => ({
      version,
      on: dayOf(at),
      withdrawnOn: withdrawnAt && dayOf(withdrawnAt),
    })),
    looks: looks.map(({ at, ...look }) => ({ at: at.toISOString(), ...look })),
    blocked,
    past: past.map(({ contactId, name, startedAt, endedAt }) => ({
      contactId,
      name,
      since: dayOf(startedAt),
      until: dayOf(endedAt ?? now),
    })),
    requests: asked.map((row) => askedOf(row, settings)),
  };
});

export const privacy = {
  notice,
  agree,
  record,
  correct,
  askName,
  askBirthMonth,
  copy,
  withdraw,
  close,
  reportConcern,
  requests,
  correction,
  concern,
  answerCorrection,
  answerConcern,
};
