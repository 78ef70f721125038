import type { Pool } from 'pg';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { policy } from '../../../config/policy';
import { makeCallCount, type IncomingCall, type Span } from './callCount';
import { Refusal, refuse } from './errors';

/** A person's calls, and how many of them tried a code that is none of ours; null where nobody has looked. */
export interface Counted {
  calls: Span;
  codes: Span | null;
}

export interface Limits {
  /** Counts a call of whoever shows this. */
  call(caller: string): IncomingCall;
  /** D9.1 Counts a newcomer's call, of whom nothing is stored: in memory only. */
  newcomerCall(callerKey: string): Promise<void>;
  /** Counts what anybody may ask for without being known, whether it succeeds or not. */
  asked(kind: 'signInCodes', key: string): Promise<void>;
  /** Does the work unless too much of it has failed under this key; counts it when it fails. */
  watched<T>(kind: keyof typeof FAILURES, key: string, work: () => Promise<T>, before?: Span | null): Promise<T>;
}

const FAILURES = {
  signIns: new Set<string>(['SIGN_IN_FAILED']),
  codes: new Set<string>(['CODE_UNKNOWN', 'CODE_FOREIGN']),
  invitations: new Set<string>(['INVITATION_UNKNOWN']),
};

const tooMany = (msBeforeNext: number): never =>
  refuse('TOO_MANY', { retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) });

/** A person's call was counted as it was found out who calls. */
export function heedCounted({ calls }: Counted): void {
  if (calls.times > policy.limits.person.calls) tooMany(calls.untilMs - Date.now());
}

/** Where the failures of a kind are kept under a key. */
const FAILED = { signIns: 'signIn', codes: 'code', invitations: 'invitation' };
export const failuresKey = (kind: keyof typeof FAILED, key: string): string => `${FAILED[kind]}:${key}`;

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
    signIns: stored(FAILED.signIns, signIns),
    codes: stored(FAILED.codes, codes),
    invitations: stored(FAILED.invitations, invitations),
  };

  async function failed(kind: keyof typeof FAILURES, key: string): Promise<Span> {
    const kept = await failures[kind].get(key);
    return { times: kept?.consumedPoints ?? 0, untilMs: Date.now() + (kept?.msBeforeNext ?? 0) };
  }

  const asks = { signInCodes: stored('signInCode', signInCodes) };

  async function consume(limiter: RateLimiterAbstract, key: string): Promise<void> {
    try {
      await limiter.consume(key);
    } catch (limit) {
      if (limit instanceof RateLimiterRes) tooMany(limit.msBeforeNext);
      throw limit;
    }
  }

  const callOf = makeCallCount(person.seconds);

  return {
    call: (caller) => callOf(caller, Date.now()),
    newcomerCall: (key) => consume(newcomers, key),
    asked: (kind, key) => consume(asks[kind], key),
    async watched(kind, key, work, before) {
      const { times, untilMs } = before ?? (await failed(kind, key));
      if (times >= policy.limits[kind].calls) tooMany(untilMs - Date.now());
      try {
        return await work();
      } catch (error) {
        if (error instanceof Refusal && FAILURES[kind].has(error.code)) await failures[kind].penalty(key);
        throw error;
      }
    },
  };
}
