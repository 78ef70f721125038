/** Something that we need did not answer; it is nobody's fault, and the same again may succeed. */
export class Unavailable extends Error {
  override name = 'Unavailable';
}

/** It answered that it will not do it just now, and has not done it. */
export class Busy extends Unavailable {
  override name = 'Busy';
}

/**
 * SQLSTATEs that pass by themselves: the connection (08), a transaction that lost to another (40), resources such as a
 * full disk or too many connections (53), a server that stops or starts (57P0), read-only (25006), and a time limit of
 * ours that ran out (57014, 25P03).
 */
const STATES = /^(08|40|53|57P0|25006|57014|25P03)/;

const OF_THE_NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
]);

/** What `pg` says of a connection that broke or was not to be had; it gives no code. */
const WITHOUT_CODE =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed)/;

interface Failure {
  name?: unknown;
  code?: unknown;
  message?: unknown;
  cause?: unknown;
}

/** What says that a call never reached the other side. */
const NEVER_ARRIVED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether nothing can have come of a call that failed: it was not heard, or was put off. */
export function wasNotDone(failure: unknown): boolean {
  if (failure instanceof Busy) return true;
  if (typeof failure !== 'object' || failure === null) return false;
  const { code, cause } = failure as Failure;
  return (typeof code === 'string' && NEVER_ARRIVED.has(code)) || wasNotDone(cause);
}

/** Whether a failure is temporary, and not a bug. */
export function isUnavailable(failure: unknown): boolean {
  if (typeof failure !== 'object' || failure === null) return false;
  const { name, code, message, cause } = failure as Failure;
  return (
    failure instanceof Unavailable ||
    name === 'TimeoutError' ||
    (typeof code === 'string' && (STATES.test(code) || OF_THE_NETWORK.has(code))) ||
    (typeof message === 'string' && WITHOUT_CODE.test(message)) ||
    isUnavailable(cause)
  );
}
