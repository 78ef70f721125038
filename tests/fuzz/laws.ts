import { accountKey, addressKey, callerKey, type Identity } from '../../cloudfunctions/api/kernel/actor';
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
  'account.askSignIn': ['sign_in'],
  'account.seeSignIn': ['sign_in'],
  'account.finishSignIn': ['sign_in', 'session'],
  'account.candidates': LOOKED,
  'contact.code': ['code'],
  'contact.cardPicture': ['code'],
  'contact.preview': LOOKED,
  'contact.list': LOOKED,
  'contact.youth': LOOKED,
  'contactLog.offer': LOOKED,
  'contactLog.list': LOOKED,
  'contactLog.one': LOOKED,
  'contactLog.todos': LOOKED,
  'grassrootsDay.siteCode': ['site'],
  'grassrootsDay.standingCode': ['site'],
  'org.revealChannel': LOOKED,
  'privacy.correction': LOOKED,
  'privacy.concern': LOOKED,
};

const COUNTED_FAILURES: Record<string, (key: string, from: string) => string> = {
  CODE_UNKNOWN: (key) => `code:${key}`,
  CODE_FOREIGN: (key) => `code:${key}`,
  INVITATION_UNKNOWN: (key, from) => `invitation:${key.startsWith('p:') ? key : from}`,
  SIGN_IN_FAILED: (_, from) => `signIn:${from}`,
};

/** A limit's count: of a person's call, or of a failure that is counted. A newcomer's calls are stored nowhere (D9.1). */
function isLimit({ table, row }: Written, { identity, answer, attempt, settings, operation }: Happened): boolean {
  if (table !== 'rate_limit') return false;
  const key = callerKey(identity, settings);
  if (row.key === `call:${key}`) return identity.kind === 'person';
  if (operation.name === 'account.askSignIn') return row.key === `signInCode:${addressKey(attempt.address, settings)}`;
  return !answer.ok && row.key === COUNTED_FAILURES[answer.error.code]?.(key, addressKey(attempt.address, settings));
}

/** What newcomers ask for too: it is kept under the account, which they have before and after. */
const ARRIVING = new Set(['org.register', 'org.apply', 'org.claim']);

/** D8.1 The refusal of a person's own request, under its id; a newcomer's is not remembered (D9.1). */
function isRemembrance({ table, row }: Written, { identity, answer, attempt, operation, settings }: Happened): boolean {
  const isRefusal = !answer.ok && answer.error.defined && identity.kind === 'person' && isRemembered(operation);
  if (table !== 'request' || !isRefusal) return false;
  const { requestId } = attempt.input as { requestId: string };
  const key =
    identity.account && ARRIVING.has(operation.name)
      ? accountKey(identity.account, settings)
      : callerKey(identity, settings);
  return row.actor_key === key && row.operation === operation.name && row.request_id === requestId.toLowerCase();
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
 * What anybody does without being somebody: asks to be signed in, and comes in with the secret of what a person has
 * approved.
 */
export function isSigningIn(written: Written[]): (one: Written) => boolean {
  const approvers = written
    .filter(({ table, row }) => table === 'sign_in' && row.finished_at)
    .map(({ row }) => row.answered_by);
  return ({ table, how, row }) => {
    if (table === 'rate_limit') return /^signInCode:/.test(String(row.key));
    if (table === 'sign_in') return how === 'INSERT' || Boolean(row.finished_at);
    return table === 'session' && how === 'INSERT' && approvers.includes(row.person_id);
  };
}

/**
 * D2.5 What a youth says of a log changes what it counts for; where a consent is taken back, what was said is emptied
 * (D9.4); and what waits to be read of somebody who leaves is not shown any more.
 */
function logsOf(written: Written[], isOf: (one: Written) => boolean): (one: Written) => boolean {
  const said = written.filter((one) => one.table === 'contact_log_mark' && isOf(one)).map(({ row }) => row.log_id);
  const isWithdrawn = written.some((one) => ['consent', 'person'].includes(one.table) && isOf(one));
  const left = written.filter(
    (one) => one.table === 'contact' && isOf(one) && ['left', 'handedOver'].includes(String(one.row.ended_by)),
  );
  const leftCadres = left.map(({ row }) => row.cadre_id);
  return ({ table, how, row }) => {
    const isDropped =
      how === 'UPDATE' && leftCadres.includes(row.cadre_id) && [row.text_state, row.answer_state].includes('hidden');
    if (isDropped && ['contact_log', 'log_dispute'].includes(table)) return true;
    const isEmptied = isWithdrawn && how === 'UPDATE' && (row.text === '' || row.outcome !== undefined);
    if (table === 'contact_log') return said.includes(row.id) || isEmptied;
    return ['log_dispute', 'contact_log_version'].includes(table) && (said.includes(row.log_id) || isEmptied);
  };
}

/**
 * Every row that was written is about the caller: whatever the input says, nobody else has acted. D9.4 Who answers what
 * a youth has asked for writes about that youth.
 */
export function isTheCallersDoing(written: Written[], names: readonly string[]): void {
  const says = ({ row }: Written, text: unknown) => JSON.stringify(row).includes(String(text));
  const isOwn = (one: Written) => names.some((name) => says(one, name));
  const registered = written.find((one) => one.table === 'account' && isOwn(one))?.row.person_id;
  const isOf = (one: Written) => isOwn(one) || Boolean(registered && says(one, registered));
  // C7 An administrator's approval is about the person who is given back their own.
  const bound = written.find((one) => one.table === 'binding' && isOwn(one))?.row.person_id;
  const isSignIn = isSigningIn(written);
  const asked = written.find(
    (one) => ['correction', 'unit_check'].includes(one.table) && isOwn(one) && one.how === 'UPDATE',
  )?.row.youth_id;
  const isAsked = (one: Written) =>
    asked !== undefined && ['person', 'youth', 'contact'].includes(one.table) && says(one, asked);
  // Whoever asked is told that it was answered.
  const answered = written
    .filter(
      (one) =>
        ['application', 'correction', 'concern', 'leave'].includes(one.table) && one.how === 'UPDATE' && isOwn(one),
    )
    .map(({ row }) => row.youth_id ?? row.person_id ?? row.cadre_id);
  const isTold = ({ table, row }: Written) => /^message/.test(table) && answered.includes(row.person_id);
  const isLog = logsOf(written, isOf);
  // D9.8 Whoever has read a line for others has looked, and it is shown or not.
  const hasRead = written.some((one) => one.table === 'access_log' && isOwn(one) && one.row.look === 'line');
  const isRead = ({ table, how }: Written) =>
    hasRead && how === 'UPDATE' && ['contact_log', 'log_dispute'].includes(table);
  const posts = written
    .filter((one) => isOf(one) || isAsked(one) || isLog(one))
    .flatMap(({ table, row }) =>
      ['contact', 'contact_log', 'check_in'].includes(table) ? [row.post_id] : table === 'post' ? [row.id] : [],
    );
  // What becomes of a site is written down with who does it; its code is made when it is shown.
  const sites = written.filter((one) => one.table === 'site_change' && isOwn(one)).map(({ row }) => row.site_id);
  const orgs = written.filter((one) => one.table === 'org' && isOwn(one)).map(({ row }) => row.id);
  const others = written
    .filter((one) => !isOf(one) && !isSignIn(one) && !isAsked(one) && !isTold(one) && !isLog(one) && !isRead(one))
    .filter((one) => !bound || !says(one, bound))
    .filter((one) => !registered || !says(one, registered))
    .filter(
      (one) =>
        !['stock', 'flow', 'voice_day', 'grassroots_day'].includes(one.table) || !posts.includes(one.row.post_id),
    )
    .filter((one) => one.table !== 'site' || !sites.includes(one.row.id))
    .filter((one) => one.table !== 'leading_organ' || !orgs.includes(one.row.org_id));
  expect(others).toEqual([]);
}
