import { heed, refuse } from '../../kernel/errors';
import { as, os } from '../../kernel/gate';
import { done, once } from '../../kernel/requests';
import { approvalEnd, approvalVerdict, endVerdict, handOverEnds } from '../rules';
import { administeredBy } from '../store/administrators';
import { handOverOf } from '../store/handOvers';
import * as store from '../store/posts';
import { liveCadre, managed } from './scope';

export const cadre = os.org.cadre.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, today, policy } = scene;
  const { personId, ...post } = managed(actor, await store.postById(tx, input.postId, { lock: false }));
  const until = handOverEnds(post.until, policy.contact);
  const [minors, administers, left] = await Promise.all([
    store.minorApproval(tx, personId, today),
    administeredBy(tx, personId, today),
    until !== null && today <= until ? handOverOf(tx, input.postId) : null,
  ]);
  return {
    name: post.name,
    orgId: post.orgId,
    orgName: post.orgName,
    service: post.service,
    inEstablishment: post.inEstablishment,
    leadership: post.leadership,
    title: post.title,
    from: post.from,
    until: post.until,
    minors: minors ?? null,
    administers,
    self: personId === actor.personId,
    handOver: left && until !== null ? { ...left, until } : null,
  };
});

export const endPost = os.org.endPost.use(as.administrator).handler(({ context: { scene }, input }) => {
  const { tx, actor, now, today, policy } = scene;
  return once(
    scene,
    'org.endPost',
    input,
    true,
    async () => {
      const post = managed(actor, await store.postById(tx, input.postId, { lock: true }));
      heed(endVerdict(input.until, post, today, policy.appointment));
      await Promise.all([
        store.setPostEnd(tx, post.id, input.until, actor.personId, now),
        store.endMinorApprovals(tx, post.personId, { day: input.until, ofPostUntil: post.until }, actor.personId, now),
      ]);
    },
    done,
  );
});

export const approveMinors = os.org.approveMinors.use(as.administrator).handler(({ context: { scene }, input }) => {
  const { tx, actor, now, today, policy } = scene;
  const { from, until } = input;
  return once(
    scene,
    'org.approveMinors',
    input,
    true,
    async () => {
      const { personId, until: postEnd } = await liveCadre(scene, actor, input.postId);
      if (personId === actor.personId) refuse('OWN_APPROVAL', {});
      heed(approvalVerdict({ from, until }, postEnd, today, policy.appointment));
      const approval = { cadreId: personId, from, until: approvalEnd(until, postEnd), by: actor.personId };
      if (!(await store.addMinorApproval(tx, approval, now))) refuse('MINORS_APPROVED_ALREADY', {});
    },
    done,
  );
});

export const endMinors = os.org.endMinors.use(as.administrator).handler(({ context: { scene }, input }) => {
  const { tx, actor, now, today } = scene;
  return once(
    scene,
    'org.endMinors',
    input,
    true,
    async () => {
      const { personId } = await liveCadre(scene, actor, input.postId);
      const ending = { day: today, ofPostUntil: null };
      const ended = await store.endMinorApprovals(tx, personId, ending, actor.personId, now);
      if (!ended) refuse('MINORS_NOT_APPROVED', {});
    },
    done,
  );
});
