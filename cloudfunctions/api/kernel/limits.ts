import type { Pool } from 'pg';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { policy } from '../../../config/policy';
import { Refusal, refuse } from './errors';

/** A person's calls in the running span of time, and until when it runs (in milliseconds). */
export interface Counted {
  calls: number;
  untilMs: number;
}

export interface Limits {
  /** D9.1 Counts a newcomer's call, of whom nothing is stored: in memory only. */
  newcomerCall(callerKey: string): Promise<void>;
  /** Counts what anybody may ask for without being known, whether it succeeds or not. */
  asked(kind: 'signInCodes', key: string): Promise<void>;
  /** Does the work unless too much of it has failed under this key; counts it when it fails. */
  watched<T>(kind: keyof typeof FAILURES, key: string, work: () => Promise<T>): Promise<T>;
}

const FAILURES = {
  signIns: new Set<string>(['SIGN_IN_FAILED']),
  codes: new Set<string>(['CODE_UNKNOWN', 'CODE_FOREIGN']),
  invitations: new Set<string>(['INVITATION_UNKNOWN']),
};

const tooMany = (msBeforeNext: number): never =>
  refuse('TOO_MANY', { retryAfterSeconds: Math.ceil(msBeforeNext / 1000) });

/** A person's call was counted as it was found out who calls. */
export function heedCounted({ calls, untilMs }: Counted): void {
  if (calls > policy.limits.person.calls) tooMany(untilMs - Date.now());
}

export function makeLimits(pool: Pool): Limits {
  const stored = (keyPrefix: string, { calls, seconds }: { calls: number; seconds: number }) =>
    new RateLimiterPostgres({
      storeClient: pool,
      keyPrefix,
      points: calls,
      duration: seconds,
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
    });
  const { person, signIns, codes, invitations, signInCodes } = policy.limits;
  const newcomers = new RateLimiterMemory({ points: person.calls, duration: person.seconds });
  const failures = {
    signIns: stored('signIn', signIns),
    codes: stored('code', codes),
    invitations: stored('invitation', invitations),
  };
  const asks = { signInCodes: stored('signInCode', signInCodes) };

  async function consume(limiter: RateLimiterAbstract, key: string): Promise<void> {
    try {
      await limiter.consume(key);
    } catch (limit) {
      if (limit instanceof RateLimiterRes) tooMany(limit.msBeforeNext);
      throw limit;
    }
  }

  return {
    newcomerCall: (key) => consume(newcomers, key),
    asked: (kind, key) => consume(asks[kind], key),
    async watched(kind, key, work) {
      const before = await failures[kind].get(key);
      if (before && before.remainingPoints <= 0) tooMany(before.msBeforeNext);
      try {
        return await work();
      } catch (error) {
        if (error instanceof Refusal && FAILURES[kind].has(error.code)) await failures[kind].penalty(key);
        throw error;
      }
    },
  };
}
