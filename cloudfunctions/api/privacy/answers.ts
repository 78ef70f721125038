import * as z from 'zod';
import { parseCursor, printCursor } from '../kernel/cursor';
import { logLook } from '../kernel/audit';
import { dayOf } from '../kernel/calendar';
import { refuse } from '../kernel/errors';
import { as, os, type Scene } from '../kernel/gate';
import { once } from '../kernel/requests';
import { countsUntil, isMinor, isOverAge } from '../org/rules';
import { openText, sealText } from './asked';
import { isOverdue } from './rules';
import * as store from './store/answers';

const requestsCursor = z.tuple([z.iso.date().regex(/^(?!0000)/), z.uuid()]);

const datesOf = ({ askedAt, dueOn }: { askedAt: Date; dueOn: string }, { today }: Scene) => ({
  askedOn: dayOf(askedAt),
  dueOn,
  overdue: isOverdue(dueOn, today),
});

export const requests = os.privacy.requests.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, policy } = scene;
  const [dueOn, id] = parseCursor(input.cursor, requestsCursor) ?? [];
  const after = dueOn && id ? { dueOn, id } : null;
  const found = await store.waiting(tx, actor.personId, after, policy.pageSize + 1);
  const page = found.slice(0, policy.pageSize);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({ id: row.id, kind: row.kind, ...datesOf(row, scene) })),
    next: found.length > page.length && last ? printCursor(last.dueOn, last.id) : null,
  };
});

export const correction = os.privacy.correction.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, today, policy } = scene;
  const waiting =
    (await store.waitingCorrection(tx, actor.personId, input.correctionId)) ?? refuse('ASK_NOT_FOUND', {});
  const { youthId, name, kind, was, wish } = waiting;
  await logLook(scene, actor, [youthId], 'correction');
  const ofAge = (mark: typeof isMinor) => ({
    was: kind === 'birthMonth' && mark(was, today, policy.age),
    willBe: kind === 'birthMonth' && mark(wish, today, policy.age),
  });
  const shown = (value: string) => (kind === 'birthMonth' ? value.slice(0, 7) : value);
  return {
    name,
    kind,
    was: shown(was),
    wish: shown(wish),
    minor: ofAge(isMinor),
    overAge: ofAge(isOverAge),
    ...datesOf(waiting, scene),
  };
});

export const concern = os.privacy.concern.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, settings } = scene;
  const waiting = (await store.waitingConcern(tx, actor.personId, input.concernId)) ?? refuse('ASK_NOT_FOUND', {});
  await logLook(scene, actor, [waiting.youthId], 'concern');
  return {
    name: waiting.name,
    about: { name: waiting.cadre, orgName: waiting.orgName ?? '', title: waiting.title ?? '' },
    text: openText(settings, input.concernId, 'text', waiting.sealed),
    ...datesOf(waiting, scene),
  };
});

/** Of several at once the first is the answer; the others are told. */
function heedAnswered(answered: boolean | null): void {
  if (answered === null) refuse('ASK_NOT_FOUND', {});
  if (!answered) refuse('ASK_ANSWERED', {});
}

/** The dictionary behind it takes longer to load than all the rest of the function. */
const searchTextOf = async (name: string): Promise<string> =>
  (await import('../org/searchText.apart')).searchText(name);

export const answerCorrection = os.privacy.answerCorrection
  .use(as.administrator)
  .handler(({ context: { scene }, input }) => {
    const { tx, now, policy } = scene;
    const { correctionId: id, refusal } = input;
    return once(
      scene,
      'privacy.answerCorrection',
      input,
      id,
      async () => {
        const { kind, wish } = (await store.correctionAsked(tx, id)) ?? refuse('ASK_NOT_FOUND', {});
        const answer = {
          id,
          refusal,
          search: kind === 'name' ? await searchTextOf(wish) : null,
          countsUntil: kind === 'birthMonth' && wish ? countsUntil(wish, policy.age) : null,
        };
        heedAnswered(await store.answerCorrection(tx, answer, now));
      },
      (correctionId) => Promise.resolve({ correctionId }),
    );
  });

export const answerConcern = os.privacy.answerConcern.use(as.administrator).handler(({ context: { scene }, input }) => {
  const { tx, now, settings } = scene;
  const { concernId: id, answer } = input;
  return once(
    scene,
    'privacy.answerConcern',
    input,
    id,
    async () => heedAnswered(await store.answerConcern(tx, id, sealText(settings, id, 'answer', answer), now)),
    (concernId) => Promise.resolve({ concernId }),
  );
});
