import type { Actor } from '../kernel/actor';
import { afterOf, pageOf } from '../kernel/cursor';
import { heed, refuse } from '../kernel/errors';
import { as, os, type Scene } from '../kernel/gate';
import { done, once } from '../kernel/requests';
import type { CheckInState } from '../../../types/words';
import { askingVerdict, leavingVerdict, undoVerdict } from './rules/checkIn';
import { ownCheckIn } from './shown';
import * as store from './store/checkIns';

type PersonScene = Scene & { actor: Actor };

const locked = async ({ tx, actor }: PersonScene, id: string) =>
  (await store.lockOwn(tx, actor.personId, id)) ?? refuse('CHECK_IN_NOT_FOUND', {});

async function show(scene: PersonScene, id: string) {
  const row = await store.ownOne(scene.tx, scene.actor.personId, id);
  return ownCheckIn(scene, row ?? refuse('CHECK_IN_NOT_FOUND', {}));
}

export const undoCheckIn = os.grassrootsDay.undoCheckIn.use(as.person).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'grassrootsDay.undoCheckIn',
    input,
    true,
    async () => {
      const { at, id } = await locked(scene, input.checkInId);
      heed(undoVerdict(at, scene.now, scene.policy.grassrootsDay));
      await store.setUndone(scene.tx, id, scene.now);
    },
    done,
  ),
);

export const checkOut = os.grassrootsDay.checkOut.use(as.person).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'grassrootsDay.checkOut',
    input,
    input.checkInId,
    async () => {
      const { day, id } = await locked(scene, input.checkInId);
      heed(leavingVerdict(day, scene.today));
      await store.setOut(scene.tx, id, scene.now);
    },
    (kept) => show(scene, kept),
  ),
);

export const noteDay = os.grassrootsDay.noteDay.use(as.person).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'grassrootsDay.noteDay',
    input,
    input.checkInId,
    async () => {
      const { id } = await locked(scene, input.checkInId);
      await store.setLine(scene.tx, scene.actor.personId, id, input.line);
    },
    (kept) => show(scene, kept),
  ),
);

export const askToConfirm = os.grassrootsDay.askToConfirm.use(as.person).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'grassrootsDay.askToConfirm',
    input,
    input.checkInId,
    async () => {
      const { id, state, askedAt } = await locked(scene, input.checkInId);
      heed(askingVerdict(state as CheckInState, askedAt, scene.today));
      await store.setAsked(scene.tx, id, scene.now);
    },
    (kept) => show(scene, kept),
  ),
);

export const days = os.grassrootsDay.days.use(as.cadre).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, policy } = scene;
  const { from = null, until = null } = input;
  const of = { from, until, after: afterOf(input.cursor) };
  const { rows, next } = pageOf(await store.ownDays(tx, actor.personId, of, policy.pageSize + 1), policy.pageSize);
  return { items: rows.map((row) => ownCheckIn(scene, row)), next };
});

export const allowLocation = os.grassrootsDay.allowLocation
  .use(as.cadre)
  .handler(({ context: { scene }, input }) =>
    once(
      scene,
      'grassrootsDay.allowLocation',
      input,
      true,
      () => store.addLocationChoice(scene.tx, scene.actor.personId, input.allowed, scene.now),
      done,
    ),
  );
