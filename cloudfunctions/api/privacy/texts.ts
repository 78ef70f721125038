import * as z from 'zod';
import { logLook } from '../kernel/audit';
import { dayOf } from '../kernel/calendar';
import { parseCursor, printCursor } from '../kernel/cursor';
import { refuse } from '../kernel/errors';
import { as, os } from '../kernel/gate';
import { once } from '../kernel/requests';
import * as store from './store/texts';

const textsCursor = z.tuple([z.uuid()]);

export const texts = os.privacy.texts.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, policy } = scene;
  const [after] = parseCursor(input.cursor, textsCursor) ?? [];
  const found = await store.textsWaiting(tx, after ?? null, policy.pageSize + 1);
  const page = found.slice(0, policy.pageSize);
  const last = page.at(-1);
  return {
    items: page.map(({ writtenAt, ...text }) => ({ ...text, writtenOn: dayOf(new Date(writtenAt)) })),
    next: found.length > page.length && last ? printCursor(last.textId) : null,
  };
});

export const answerText = os.privacy.answerText.use(as.administrator).handler(({ context: { scene }, input }) => {
  const { tx, actor, now } = scene;
  return once(
    scene,
    'privacy.answerText',
    input,
    input.textId,
    async () => {
      const [first, looks] = await Promise.all([
        store.answerText(tx, input.textId, input.show, now),
        store.textLooks(tx, input.textId),
      ]);
      if (first === null || looks.length === 0) refuse('TEXT_CHANGED', {});
      if (!first) refuse('ASK_ANSWERED', {});
      const lookedAt = (as: 'text' | 'line') => looks.filter(({ look }) => look === as).map(({ personId }) => personId);
      await Promise.all([
        logLook(scene, actor, lookedAt('text'), 'text'),
        logLook(scene, actor, lookedAt('line'), 'line'),
      ]);
    },
    (textId) => Promise.resolve({ textId }),
  );
});
