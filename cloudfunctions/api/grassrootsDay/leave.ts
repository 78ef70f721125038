import { uuidv7 } from 'uuidv7';
import * as z from 'zod';
import { parseCursor, printCursor } from '../kernel/cursor';
import { heed, refuse } from '../kernel/errors';
import { as, os } from '../kernel/gate';
import { done, once } from '../kernel/requests';
import { leaveVerdict } from './rules/leave';
import * as store from './store/leave';
import { manages } from './store/weeks';

const leaveCursor = z.tuple([z.uuid()]);

/** Where a page begins, of what stands in the order in which it was asked for. */
const startOf = (cursor: string | undefined): string | null => parseCursor(cursor, leaveCursor)?.[0] ?? null;

function pageOf<Row extends { leaveId: string }>(found: Row[], size: number) {
  const items = found.slice(0, size);
  const last = items.at(-1);
  return { items, next: last && found.length > size ? printCursor(last.leaveId) : null };
}

export const askLeave = os.grassrootsDay.askLeave.use(as.cadre).handler(({ context: { scene }, input }) => {
  const { tx, actor, now, today, policy } = scene;
  const { from, until } = input;
  const id = uuidv7();
  return once(
    scene,
    'grassrootsDay.askLeave',
    input,
    id,
    async () => {
      heed(leaveVerdict({ from, until }, today, policy.grassrootsDay));
      const { personId: cadreId, post } = actor;
      if (await store.addLeave(tx, { id, cadreId, post, from, until, at: now })) return;
      refuse('LEAVE_OVERLAPS', (await store.leaveOn(tx, cadreId, { from, until })) ?? { from, until });
    },
    (leaveId) => Promise.resolve({ leaveId }),
  );
});

export const cancelLeave = os.grassrootsDay.cancelLeave.use(as.person).handler(({ context: { scene }, input }) => {
  const { tx, actor, now } = scene;
  return once(
    scene,
    'grassrootsDay.cancelLeave',
    input,
    true,
    async () => {
      if (await store.cancelLeave(tx, actor.personId, input.leaveId, now)) return;
      refuse((await store.hasLeave(tx, actor.personId, input.leaveId)) ? 'LEAVE_OVER' : 'LEAVE_NOT_FOUND', {});
    },
    done,
  );
});

export const leaves = os.grassrootsDay.leaves.use(as.cadre).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, policy } = scene;
  const found = await store.leavesOf(tx, actor.personId, startOf(input.cursor), policy.pageSize + 1);
  const { items, next } = pageOf(found, policy.pageSize);
  return {
    items: items.map(({ askedAt, answeredAt, ...leave }) => ({
      ...leave,
      askedAt: askedAt.toISOString(),
      answeredAt: answeredAt && answeredAt.toISOString(),
    })),
    next,
  };
});

export const askedLeaves = os.grassrootsDay.askedLeaves
  .use(as.administrator)
  .handler(async ({ context: { scene }, input }) => {
    const { tx, actor, policy } = scene;
    const asked = { orgId: input.orgId, except: actor.personId };
    const [managed, found] = await Promise.all([
      manages(tx, input.orgId),
      store.leavesAsked(tx, asked, startOf(input.cursor), policy.pageSize + 1),
    ]);
    if (!managed) refuse('OUT_OF_SCOPE', {});
    const { items, next } = pageOf(found, policy.pageSize);
    return { items: items.map(({ askedAt, ...leave }) => ({ ...leave, askedAt: askedAt.toISOString() })), next };
  });

export const answerLeave = os.grassrootsDay.answerLeave
  .use(as.administrator)
  .handler(({ context: { scene }, input }) => {
    const { tx, actor, now } = scene;
    const { leaveId, approved, reason } = input;
    return once(
      scene,
      'grassrootsDay.answerLeave',
      input,
      true,
      async () => {
        const { cadreId } = (await store.leaveToAnswer(tx, leaveId)) ?? refuse('LEAVE_NOT_FOUND', {});
        if (cadreId === actor.personId) refuse('LEAVE_OWN', {});
        const answered = await store.answerLeave(tx, leaveId, { approved, reason, by: actor.personId, at: now });
        if (!answered) refuse('LEAVE_ANSWERED', {});
      },
      done,
    );
  });
