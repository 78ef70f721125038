import { liveDigits, sameDigits, stepVerdict, type Code } from './codes';
import { refuse } from './errors';
import type { Scene } from './gate';
import { readKeys } from './secrets';

/** D4.2 The step of a live code, when its digits are right and its time is. */
export function liveStep({ settings, now, policy }: Scene, code: Code): number {
  if (!code.live) return refuse('CODE_EXPIRED', {});
  const { step, digits } = code.live;
  const right = readKeys(settings.APP_CODE_KEY).some((key) =>
    sameDigits(digits, liveDigits(key, code.kind, code.body, step, policy.codes.stepSeconds)),
  );
  if (!right) refuse('CODE_UNKNOWN', {});
  const verdict = stepVerdict(step, now, policy.codes);
  if (verdict === 'ahead') refuse('CODE_AHEAD', {});
  if (verdict === 'expired') refuse('CODE_EXPIRED', {});
  return step;
}
