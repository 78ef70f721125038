import { liveDigits, sameDigits, stepVerdict, type Code } from './codes';
import { refuse } from './errors';
import type { Scene } from './gate';
import { readKeys } from './secrets';

/** The step of a live code, when its digits are right; whether its time is, is another question. Null of one that stands. */
export function provedStep({ settings, policy }: Scene, { kind, body, live }: Code): number | null {
  if (!live) return null;
  const right = readKeys(settings.APP_CODE_KEY).some((key) =>
    sameDigits(live.digits, liveDigits(key, kind, body, live.step, policy.codes.stepSeconds)),
  );
  return right ? live.step : refuse('CODE_UNKNOWN', {});
}

/** D4.2 The step of a live code, when its digits are right and its time is. */
export function liveStep(scene: Scene, code: Code): number {
  const { now, policy } = scene;
  const step = provedStep(scene, code) ?? refuse('CODE_EXPIRED', {});
  const verdict = stepVerdict(step, now, policy.codes);
  if (verdict === 'ahead') refuse('CODE_AHEAD', {});
  if (verdict === 'expired') refuse('CODE_EXPIRED', {});
  return step;
}
