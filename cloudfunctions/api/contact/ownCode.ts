import { notices } from '../../../config/notice';
import type { Actor } from '../kernel/actor';
import { liveDigits, printLink, stepAt } from '../kernel/codes';
import { refuse } from '../kernel/errors';
import { as, os, type Scene } from '../kernel/gate';
import { once } from '../kernel/requests';
import { readKeys } from '../kernel/secrets';
import { noticeDue } from '../privacy/rules';
import * as store from './store';

/** D9.1 Who has not agreed to the notice in force has no code to show. */
function heedOwnNotice({ today }: Scene, actor: Actor): void {
  if (!actor.youth) refuse('NOT_A_YOUTH', {});
  const version = noticeDue(actor.agreed, notices, today);
  if (version !== null) refuse('NOTICE_OUTDATED', { version });
}

export const code = os.contact.code.use(as.person).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, now, policy, settings } = scene;
  const { kind } = input;
  const stands = kind === 'cadre' && !input.live;
  if (kind === 'cadre' && !actor.post) refuse('NOT_A_CADRE', {});
  if (kind === 'youth') heedOwnNotice(scene, actor);
  const [key] = readKeys(settings.APP_CODE_KEY);
  const body = await store.ownCode(tx, key, kind, actor.personId, now);
  const { stepSeconds, stepsInAdvance } = policy.codes;
  const first = stepAt(now, stepSeconds);
  const steps = stands ? [0] : Array.from({ length: stepsInAdvance }, (_, i) => first + i);
  const codes = steps.map((step) => {
    const live = stands ? null : { step, digits: liveDigits(key, kind, body, step, stepSeconds) };
    return { step, text: printLink(settings.APP_CODE_HOST, { kind, body, live }) };
  });
  return { name: actor.name, now: now.toISOString(), stepSeconds, codes };
});

export const renewCode = os.contact.renewCode.use(as.cadre).handler(({ context: { scene }, input }) => {
  const { tx, actor, now, settings } = scene;
  const [key] = readKeys(settings.APP_CODE_KEY);
  return once(
    scene,
    'contact.renewCode',
    input,
    null,
    () => store.renewCode(tx, key, 'cadre', actor.personId, now),
    async () => {
      const body = await store.ownCode(tx, key, 'cadre', actor.personId, now);
      return { text: printLink(settings.APP_CODE_HOST, { kind: 'cadre', body, live: null }) };
    },
  );
});
