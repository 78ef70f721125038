import { notices } from '../../../config/notice';
import { dayOf } from '../kernel/calendar';
import { refuse } from '../kernel/errors';
import { as, os, type Scene } from '../kernel/gate';
import { once } from '../kernel/requests';
import { answerConcern, answerCorrection, concern, correction, requests } from './answers';
import { askedOf } from './asked';
import { copy } from './copy';
import { askBirthMonth, askName, close, correct, withdraw } from './rights';
import { reportConcern } from './report';
import { noticeInForce } from './rules';
import { askedBy } from './store/asked';
import * as store from './store/record';
import { answerText, texts } from './texts';

const DAY_MS = 86_400_000;
const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

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
  const looks = await store.looksAt(tx, personId, daysBefore(now, policy.looksDays), policy.looksShown);
  return looks.map(({ at, ...look }) => ({ at: at.toISOString(), ...look }));
}

const looks = os.privacy.looks
  .use(as.person)
  .handler(async ({ context: { scene } }) => ({ looks: await looksAt(scene, scene.actor.personId) }));

const record = os.privacy.record.use(as.youth).handler(async ({ context: { scene } }) => {
  const { tx, actor, youth, now, policy, settings } = scene;
  const reportable = daysBefore(now, policy.concern.daysAfterContact);
  const [consents, looked, registeredAt, blocked, past, asked] = await Promise.all([
    store.consentsOf(tx, actor.personId),
    looksAt(scene, actor.personId),
    store.registeredAt(tx, actor.personId),
    store.blockedBy(tx, actor.personId),
    store.pastHolders(tx, actor.personId, reportable, policy.rightsShown),
    askedBy(tx, actor.personId, policy.rightsShown),
  ]);
  return {
    youth: {
      name: actor.name,
      birthMonth: youth.birthMonth.slice(0, 7),
      field: youth.field,
      unit: youth.unit,
      unitState: youth.unitState,
      registeredOn: dayOf(registeredAt),
    },
    consents: consents.map(({ version, at, withdrawnAt }) => ({
      version,
      on: dayOf(at),
      withdrawnOn: withdrawnAt && dayOf(withdrawnAt),
    })),
    looks: looked,
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
  looks,
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
  texts,
  answerText,
};
