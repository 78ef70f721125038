import { addressKey, callerKey, type Identity } from '../../cloudfunctions/api/kernel/actor';
import type { Settings } from '../../cloudfunctions/api/kernel/settings';
import type { Answer } from '../../cloudfunctions/api/router';
import { LIMITS } from '../../local/host/functions';
import type { OperationName } from '../../types/contract';
import type { Attempt } from './doors';
import { isRemembered, type Operation } from './operations';
import type { Written } from './written';

/** What a call was, what it answered and what it wrote. */
export interface Happened {
  attempt: Attempt;
  operation: Operation;
  identity: Identity;
  settings: Settings;
  answer: Answer;
  written: Written[];
}

/** Refusals that do not come from the contract: what was sent is no call. */
const NO_CALL: Record<string, number> = { BAD_REQUEST: 400, PAYLOAD_TOO_LARGE: 413 };

/** The answer is one that the contract knows, whatever was sent. */
export function keepsToTheContract({ operation, answer, attempt }: Happened): void {
  expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(LIMITS.out);
  if (answer.ok) {
    const input = attempt.input ?? {};
    expect(operation.input.safeParse(input).success).toBe(true);
    expect(Object.keys(input).filter((key) => !Object.hasOwn(operation.input.shape, key))).toEqual([]);
    expect(operation.output.parse(answer.output)).toEqual(answer.output);
    return;
  }
  const { code, status, data, defined } = answer.error;
  const refusal = operation.refusals[code];
  if (defined && refusal) {
    expect(status).toBe(refusal.status);
    expect(refusal.data.parse(data)).toEqual(data);
  } else {
    expect({ code, status, defined }).toEqual({ code, status: NO_CALL[code], defined: false });
  }
}

const LIMIT_BYTES = 100_000;

/** What is too long is not read, whoever sends it. */
export function readsNothingTooLong({ attempt, answer, identity }: Happened): void {
  const { door, input } = attempt;
  const isNone = door === 'http' && (typeof input !== 'object' || input === null || Array.isArray(input));
  const isStranger = door === 'wx' && identity.kind === 'nobody';
  if (isNone || isStranger || Buffer.byteLength(JSON.stringify(input)) <= LIMIT_BYTES) return;
  expect(answer).toMatchObject({ ok: false, error: { code: 'PAYLOAD_TOO_LARGE' } });
}

/** Nothing of how it is made. */
export function showsNoInside(text: string): void {
  expect(text).not.toMatch(/\bat \S+ \(?\S+:\d+:\d+\)?|node_modules|youth_api|violates|relation \\?"|syntax error/);
}

const LOOKED = ['access_log'];

/** What an operation without a request id may write when it succeeds. */
const MAY_WRITE: Partial<Record<OperationName, string[]>> = {
  'org.signIn': ['session'],
  'org.signOut': ['session'],
  'contact.code': ['code'],
  'contact.preview': LOOKED,
  'contact.list': LOOKED,
  'contact.youth': LOOKED,
  'privacy.correction': LOOKED,
  'privacy.concern': LOOKED,
};

const COUNTED_FAILURES: Record<string, (key: string, from: string) => string> = {
  CODE_UNKNOWN: (key) => `code:${key}`,
  CODE_FOREIGN: (key) => `code:${key}`,
  SIGN_IN_FAILED: (_, from) => `signIn:${from}`,
};

/** A limit's count: of a person's call, or of a failure that is counted. A newcomer's calls are stored nowhere (D9.1). */
function isLimit({ table, row }: Written, { identity, answer, attempt, settings }: Happened): boolean {
  if (table !== 'rate_limit') return false;
  const key = callerKey(identity, settings);
  if (row.key === `call:${key}`) return identity.kind === 'person';
  return !answer.ok && row.key === COUNTED_FAILURES[answer.error.code]?.(key, addressKey(attempt.address, settings));
}

/** D8.1 The refusal of a person's own request, under its id; a newcomer's is not remembered (D9.1). */
function isRemembrance({ table, row }: Written, { identity, answer, attempt, operation }: Happened): boolean {
  const isRefusal = !answer.ok && answer.error.defined && identity.kind === 'person' && isRemembered(operation);
  if (table !== 'request' || !isRefusal) return false;
  const { requestId } = attempt.input as { requestId: string };
  return row.operation === operation.name && row.request_id === requestId.toLowerCase();
}

/** A refused or bad call writes nothing, a read what is named; beside that only limits and remembered refusals. */
export function writesNothingElse(happened: Happened): void {
  const { answer, operation, written } = happened;
  if (answer.ok && isRemembered(operation)) return;
  const allowed = answer.ok ? (MAY_WRITE[operation.name] ?? []) : [];
  const isNamed = (one: Written) => allowed.includes(one.table) && one.how !== 'DELETE';
  expect(written.filter((one) => !isNamed(one) && !isLimit(one, happened) && !isRemembrance(one, happened))).toEqual(
    [],
  );
}

/**
 * Every row that was written is about the caller: whatever the input says, nobody else has acted. D9.4 Who answers what
 * a youth has asked for writes about that youth.
 */
export function isTheCallersDoing(written: Written[], names: readonly string[]): void {
  const says = ({ row }: Written, text: unknown) => JSON.stringify(row).includes(String(text));
  const isOwn = (one: Written) => names.some((name) => says(one, name));
  const registered = written.find((one) => one.table === 'account' && isOwn(one))?.row.person_id;
  const asked = written.find((one) => one.table === 'correction' && isOwn(one) && one.how === 'UPDATE')?.row.youth_id;
  const isAsked = (one: Written) =>
    asked !== undefined && ['person', 'youth', 'contact'].includes(one.table) && says(one, asked);
  const posts = written
    .filter((one) => one.table === 'contact' && (isOwn(one) || isAsked(one)))
    .map(({ row }) => row.post_id);
  const others = written
    .filter((one) => !isOwn(one) && !isAsked(one))
    .filter((one) => !registered || !says(one, registered))
    .filter((one) => one.table !== 'stock' || !posts.includes(one.row.post_id));
  expect(others).toEqual([]);
}
