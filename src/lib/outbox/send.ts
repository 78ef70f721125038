import { ORPCError } from '@orpc/client';
import { client } from '../client';
import { person } from '../person';
import { askWho, contactsChanged, daysChanged, logsChanged } from '../queries';
import { isRefusal } from '../say';
import type { Answered } from './box';
import { isOf, type Item, type Queued, type QueuedOperation } from './item';

/** Somebody has to do something before it can be sent: sign in, or be the one again who made it. */
const needsSomebody: ReadonlySet<string> = new Set(['NOT_SIGNED_IN', 'SENDER_CHANGED']);

/** Nothing was said of the scan; the next try signs in with another code. */
const ofTheWayIn = 'SIGN_IN_FAILED';

/** The server has said after how long to come again. */
const waitsAWhile: ReadonlySet<string> = new Set(['TOO_MANY', 'UNAVAILABLE']);

const answeredBy = (error: unknown): Answered => {
  if (!(error instanceof ORPCError)) return { kind: 'notNow', retryAfter: 0 };
  const { code } = error as ORPCError<string, unknown>;
  if (code === ofTheWayIn) return { kind: 'notNow', retryAfter: 0 };
  if (waitsAWhile.has(code)) {
    return { kind: 'notNow', retryAfter: (error.data as { retryAfterSeconds: number }).retryAfterSeconds * 1000 };
  }
  if (needsSomebody.has(code)) {
    askWho();
    return { kind: 'notNow', retryAfter: null };
  }
  if (code === 'CONTACT_ENDED' || code === 'CONTACT_NOT_FOUND') void contactsChanged();
  return { kind: isRefusal(error) || code === 'BAD_REQUEST' ? 'refused' : 'fault', error: error.toJSON() };
};

type Output = Queued[QueuedOperation]['output'];

const write = async (item: Item, options: { context: { sender: string } }): Promise<Output> => {
  const { requestId } = item;
  if (isOf(item, 'contact.register') && item.input) {
    const output = await client.contact.register({ ...item.input, requestId }, options);
    void contactsChanged();
    return output;
  }
  if (isOf(item, 'contactLog.write') && item.input) {
    const { way, task } = item.input;
    const log = await client.contactLog.write({ ...item.input, requestId }, options);
    const output = { ...log, way, task };
    void logsChanged();
    return output;
  }
  if (isOf(item, 'grassrootsDay.checkIn') && item.input) {
    const output = await client.grassrootsDay.checkIn({ ...item.input, requestId }, options);
    void daysChanged();
    return output;
  }
  throw new Error(`${item.op} ${requestId} has nothing to send`);
};

/** One try of one item, as the person who made it. */
export const send = async (item: Item, sender: string): Promise<Answered> => {
  if (person.get() !== sender) return { kind: 'notNow', retryAfter: null };
  try {
    return { kind: 'done', output: await write(item, { context: { sender } }) };
  } catch (error) {
    return answeredBy(error);
  }
};
