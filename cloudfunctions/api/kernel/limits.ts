import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { policy } from '../../../config/policy';
import { refuse } from './errors';

export interface Limits {
  /** Counts a call of a person; refuses when there were too many. */
  call(personKey: string): Promise<void>;
  /** Counts a failed sign-in or an unknown code of an address; refuses when there were too many. */
  failure(address: string): Promise<void>;
}

export function makeLimits(pool: Pool): Limits {
  const limiter = (keyPrefix: string, { calls, seconds }: { calls: number; seconds: number }) =>
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
  const person = limiter('person', policy.limits.person);
  const failures = limiter('address', policy.limits.failures);

  async function consume(by: RateLimiterPostgres, key: string): Promise<void> {
    try {
      await by.consume(key);
    } catch (limit) {
      if (!(limit instanceof RateLimiterRes)) throw limit;
      refuse('TOO_MANY', { retryAfterSeconds: Math.ceil(limit.msBeforeNext / 1000) });
    }
  }
  return { call: (key) => consume(person, key), failure: (address) => consume(failures, address) };
}
