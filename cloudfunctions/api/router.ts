import { call, ORPCError } from '@orpc/server';
import { policy } from '../../config/policy';
import { account } from './account/procedures';
import { contact } from './contact/procedures';
import { contactLog } from './contactLog/procedures';
import { grassrootsDay } from './grassrootsDay/procedures';
import { callerKey } from './kernel/actor';
import { Refusal, refuse } from './kernel/errors';
import { os, type Call } from './kernel/gate';
import { heedCounted } from './kernel/limits';
import { logFailure } from './kernel/log';
import { isUnavailable } from './kernel/unavailable';
import { org } from './org/procedures';
import { privacy } from './privacy/procedures';

export const router = os.router({ account, org, contact, contactLog, grassrootsDay, privacy });

/** What every door answers with. */
export type Answer =
  | { ok: true; output: unknown }
  | { ok: false; error: { code: string; status: number; message: string; defined: boolean; data: unknown } };

const REQUEST_LIMIT_BYTES = 100_000;

export const failed = (code: string, status: number, data: unknown, defined = false): Answer => ({
  ok: false,
  error: { code, status, message: code, defined, data },
});

/** What is said when the caller did nothing wrong: try again in a while, or here is the number of a fault. */
export function failure(error: unknown, where: { requestId: string; operation?: string }): Answer {
  const { requestId } = where;
  logFailure(error, where);
  return isUnavailable(error)
    ? failed('UNAVAILABLE', 503, { requestId, retryAfterSeconds: policy.retryAfterSeconds })
    : failed('FAULT', 500, { requestId });
}

/** A procedure by its name on the wire; nothing that the contract does not name is reachable. */
function procedureOf(operation: string) {
  const slices = router as Record<string, Record<string, unknown>>;
  const [slice = '', verb = '', ...rest] = operation.split('.');
  if (rest.length > 0 || !Object.hasOwn(slices, slice)) return null;
  const procedures = slices[slice];
  return procedures && Object.hasOwn(procedures, verb) ? (procedures[verb] as typeof router.org.me) : null;
}

/** Whether an operation may open a session, as its contract says. */
export function answersWithToken(operation: string): boolean {
  const output = procedureOf(operation)?.['~orpc'].outputSchema as { shape?: object } | undefined;
  return output?.shape !== undefined && 'token' in output.shape;
}

const isContractError = (error: unknown): error is ORPCError<string, unknown> => error instanceof ORPCError;

/** Zod's issues without the input in them. */
const issuesOf = (data: unknown): unknown => {
  const issues = (data as { issues?: { path?: unknown[]; message?: string }[] } | undefined)?.issues ?? [];
  return { issues: issues.map(({ path, message }) => ({ path, message })) };
};

/** Infinite for what is nested too deeply to be written down. */
function bytesOf(input: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(input ?? {}));
  } catch {
    return Infinity;
  }
}

/** Refusals that are given before an operation is reached. */
const ofTheDoor: ReadonlySet<string> = new Set(['TOO_MANY', 'SENDER_CHANGED']);

/** Every call counts, also one with bad input. */
async function heedCalls({ identity, house }: Call): Promise<void> {
  if (identity.kind === 'person') heedCounted(identity.counted);
  if (identity.kind === 'newcomer') await house.limits.newcomerCall(callerKey(identity, house.settings));
}

/**
 * What was made under one person is never done under another: a phone may have waited, and somebody else may have
 * signed in meanwhile.
 */
function heedSender({ identity, sender }: Call): void {
  if (sender === null || identity.kind === 'nobody') return;
  if (identity.kind !== 'person' || identity.personId !== sender) refuse('SENDER_CHANGED', {});
}

/** Runs one operation for a door. It always answers and never throws: a failure is logged once, the caller gets its number. */
export async function answer(context: Call, operation: string, input: unknown, requestId: string): Promise<Answer> {
  const procedure = procedureOf(operation);
  if (!procedure) return failed('NOT_FOUND', 404, {});
  if (bytesOf(input) > REQUEST_LIMIT_BYTES) return failed('PAYLOAD_TOO_LARGE', 413, {});
  try {
    await heedCalls(context);
    heedSender(context);
    return { ok: true, output: await call(procedure, (input ?? {}) as Record<string, never>, { context }) };
  } catch (error) {
    if (error instanceof Refusal && ofTheDoor.has(error.code))
      return failed(error.code, error.status, error.data, true);
    if (isContractError(error) && error.defined) return failed(error.code, error.status, error.data, true);
    if (isContractError(error) && error.code === 'BAD_REQUEST') return failed('BAD_REQUEST', 400, issuesOf(error.data));
    return failure(error, { operation, requestId });
  }
}
