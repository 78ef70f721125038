import type { Pool } from 'pg';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { policy } from '../../../config/policy';
import { Refusal, refuse } from './errors';

export interface Limits {
  /** Counts a person's call; refuses when there were too many. */
  call(callerKey: string): Promise<void>;
  /** D9.1 The same for a newcomer, of whom nothing is stored: in memory only. */
  newcomerCall(callerKey: string): Promise<void>;
  /** Does the work unless too much of it has failed under this key; counts it when it fails. */
  watched<T>(kind: keyof typeof FAILURES, key: string, work: () => Promise<T>): Promise<T>;
}

const FAILURES = {
  signIns: new Set<string>(['SIGN_IN_FAILED']),
  codes: new Set<string>(['CODE_UNKNOWN', 'CODE_FOREIGN']),
};

const tooMany = ({ msBeforeNext }: RateLimiterRes): never =>
  refuse('TOO_MANY', { retryAfterSeconds: Math.ceil(msBeforeNext / 1000) });

async function consume(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (limit) {
    if (limit instanceof RateLimiterRes) tooMany(limit);
    throw limit;
  }
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
      inMemoryBlockOnConsumed: calls + 1,
    });
  const { person, signIns, codes } = policy.limits;
  const calls = stored('call', person);
  const newcomers = new RateLimiterMemory({ points: person.calls, duration: person.seconds });
  const failures = { signIns: stored('signIn', signIns), codes: stored('code', codes) };

  return {
    call: (key) => consume(calls, key),
    newcomerCall: (key) => consume(newcomers, key),
    async watched(kind, key, work) {
      const before = await failures[kind].get(key);
      if (before && before.remainingPoints <= 0) tooMany(before);
      try {
        return await work();
      } catch (error) {
        if (error instanceof Refusal && FAILURES[kind].has(error.code)) await failures[kind].penalty(key);
        throw error;
      }
    },
  };
}
