import { uuidv7 } from 'uuidv7';
import { notices } from '../../../../config/notice';
import type { Application } from '../../../../types/org';
import type { Service } from '../../../../types/words';
import { dayOf } from '../../kernel/calendar';
import { printCursor } from '../../kernel/cursor';
import { heed, refuse } from '../../kernel/errors';
import { as, os } from '../../kernel/gate';
import { readsTexts } from '../../kernel/reading';
import { done, once } from '../../kernel/requests';
import { noticeInForce } from '../../privacy/rules';
import { answerDue, appointmentVerdict } from '../rules';
import * as store from '../store/applications';
import { addAgreement } from '../store/people';
import { addPost } from '../store/posts';
import { orgById } from '../store/tree';
import { arrivalOf, becomePerson, sessionFrom } from './arriving';
import { parseMoment } from './moment';
import { managed, rootsOf } from './scope';

export const apply = os.org.apply
  .use(readsTexts)
  .use(as.known)
  .handler(async ({ context, input }) => {
    const { scene: entered, read } = context;
    const arrival = await arrivalOf(entered);
    const { scene, actor, personId } = arrival;
    const { tx, now, today, policy } = scene;
    const { orgId, service, title, newcomer } = input;
    return once(
      scene,
      'org.apply',
      input,
      personId,
      async () => {
        if (actor?.post) refuse('POST_ALREADY', { whose: 'own' });
        if (!actor) {
          const { version } = noticeInForce(notices, today);
          if (newcomer?.noticeVersion !== version) return refuse('NOTICE_OUTDATED', { version });
          await becomePerson(arrival, newcomer.name);
          await addAgreement(tx, personId, version, now);
        }
        if (!(await orgById(tx, orgId))) refuse('ORG_NOT_FOUND', {});
        const dueDay = answerDue(today, policy.answerDays);
        const made = { id: uuidv7(), personId, orgId, service, title, madeAt: now, dueDay };
        if (!(await store.addApplication(tx, made))) refuse('APPLICATION_OPEN', {});
        read({ name: actor ? null : (newcomer?.name ?? null), title });
      },
      (appliedId) => sessionFrom(arrival, appliedId),
    );
  });

export const application = os.org.application.use(as.person).handler(async ({ context: { scene } }) => {
  const latest = await store.latestApplication(scene.tx, scene.actor.personId);
  if (!latest) return { application: null };
  const { madeAt, answeredAt, answer, service, ...rest } = latest;
  return {
    application: {
      ...rest,
      service: service as Service,
      answer: answer as Application['answer'],
      madeOn: dayOf(madeAt),
      answeredOn: answeredAt && dayOf(answeredAt),
    },
  };
});

export const withdrawApplication = os.org.withdrawApplication.use(as.person).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'org.withdrawApplication',
    input,
    true,
    async () => {
      const { tx, actor, now } = scene;
      if (!(await store.withdrawOpen(tx, actor.personId, now))) refuse('APPLICATION_ANSWERED', {});
    },
    done,
  ),
);

export const applications = os.org.applications.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, today, policy } = scene;
  const found = await store.openApplications(tx, rootsOf(actor), parseMoment(input.cursor), policy.pageSize + 1);
  const items = found.slice(0, policy.pageSize);
  const last = items.at(-1);
  return {
    items: items.map(({ applicationId, name, orgName, service, title, madeAt, dueOn }) => ({
      applicationId,
      name,
      orgName,
      service: service as Service,
      title,
      madeOn: dayOf(madeAt),
      dueOn,
      overdue: dueOn < today,
    })),
    next: found.length > items.length && last ? printCursor(last.madeAtExactly, last.applicationId) : null,
  };
});

export const approveApplication = os.org.approveApplication
  .use(as.administrator)
  .handler(({ context: { scene }, input }) => {
    const { tx, actor, now, today, policy } = scene;
    return once(
      scene,
      'org.approveApplication',
      input,
      true,
      async () => {
        const { id, personId, orgId, answer } = managed(actor, await store.lockApplication(tx, input.applicationId));
        if (answer) refuse('APPLICATION_ANSWERED', {});
        heed(appointmentVerdict(input.post.from, today, policy.appointment));
        const given = { id: uuidv7(), personId, orgId, post: input.post, appointedBy: actor.personId };
        if (!(await addPost(tx, given))) refuse('POST_ALREADY', { whose: 'other' });
        await store.answerApplication(tx, id, { answer: 'approved', by: actor.personId, at: now });
      },
      done,
    );
  });

export const refuseApplication = os.org.refuseApplication
  .use(as.administrator)
  .handler(({ context: { scene }, input }) => {
    const { tx, actor, now } = scene;
    return once(
      scene,
      'org.refuseApplication',
      input,
      true,
      async () => {
        const { id } = managed(actor, await store.lockApplication(tx, input.applicationId));
        const answer = { answer: 'refused', reason: input.reason, by: actor.personId, at: now } as const;
        if (!(await store.answerApplication(tx, id, answer))) refuse('APPLICATION_ANSWERED', {});
      },
      done,
    );
  });
