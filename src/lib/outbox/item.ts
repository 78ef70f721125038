import { createORPCErrorFromJson, type ORPCErrorJSON } from '@orpc/client';
import type { Registered } from '../../../types/contact';
import type { Inputs, Outputs } from '../../../types/contract';
import type { OwnCheckIn } from '../../../types/grassrootsDay';

/** Which log it is, and by what its cadre knows it again. */
type LogSent = Outputs['contactLog']['write'] & Pick<Inputs['contactLog']['write'], 'way' | 'task'>;

/** The writes that wait when there is no network: what is sent and what comes back. */
export interface Queued {
  'contact.register': { input: { text: string }; output: Registered };
  'contactLog.write': { input: Omit<Inputs['contactLog']['write'], 'requestId'>; output: LogSent };
  'grassrootsDay.checkIn': { input: Omit<Inputs['grassrootsDay']['checkIn'], 'requestId'>; output: OwnCheckIn };
}
export type QueuedOperation = keyof Queued;

/** Waiting, on its way, answered well, or answered with a no. Nothing counts before it is `done`. */
type State = 'waiting' | 'sending' | 'done' | 'failed';

export interface Item<Op extends QueuedOperation = QueuedOperation> {
  /** The same for every try, so that the server does it once. */
  requestId: string;
  op: Op;
  /** Null once the server has answered: a live code is not kept longer than it is needed. */
  input: Queued[Op]['input'] | null;
  /** Whom it is about, where that was known; once answered, gone with the app at the latest. */
  about: string | null;
  /** Their names, in the order of the input. */
  people?: string[];
  /** The phone's time when it was made, for people to recognise it by. */
  madeAt: number;
  state: State;
  /** It has been on its way: the server may have it, though no answer came. */
  tried: boolean;
  /** It could not be sent at once; from then on it is shown wherever its person looks. */
  late: boolean;
  output?: Queued[Op]['output'];
  error?: ORPCErrorJSON<string, unknown>;
}

export const isOf = <Op extends QueuedOperation>(item: Item, op: Op): item is Item<Op> => item.op === op;

/** Refusals of a log after which the same is sent in other words: what was written is not lost with them. */
const mended: ReadonlySet<string> = new Set(['LOG_IN_FUTURE', 'LOG_BEFORE_CONTACT', 'LOG_WITHOUT_POST', 'TEXT_RISKY']);

/** D9.5 One of those whom it is about has left, or is not seen any more. */
export const saysOneHasLeft = ({ code }: NonNullable<Item['error']>): boolean =>
  code === 'CONTACT_ENDED' || code === 'CONTACT_NOT_FOUND';

/** Where one of several has left, it is about the others still. */
export const isMendable = (item: Item, error: NonNullable<Item['error']>): boolean => {
  if (!isOf(item, 'contactLog.write') || item.input === null) return false;
  return mended.has(error.code) || (saysOneHasLeft(error) && item.input.contactIds.length > 1);
};

/** The server has not answered it. */
export const isOnItsWay = ({ state }: Item): boolean => state === 'waiting' || state === 'sending';

/** Nothing of it has left the phone: to take it out is to undo it. */
export const isOnlyHere = ({ state, tried }: Item): boolean => state === 'waiting' && !tried;

/** Whether the same is waiting already: a second tap on the same code is no second wish. Two calls of a day are two. */
export const isSame = (a: Pick<Item, 'op' | 'input'>, b: Pick<Item, 'op' | 'input'>): boolean =>
  a.op !== 'contactLog.write' &&
  a.input !== null &&
  JSON.stringify([a.op, a.input]) === JSON.stringify([b.op, b.input]);

/** What outlives the app: what is not answered, and a no that nobody has read yet. What was on its way waits again. */
export const keptOf = (items: readonly Item[]): Item[] =>
  items
    .filter((item) => isOnItsWay(item) || (item.state === 'failed' && item.late))
    .map((item) => (isOnItsWay(item) ? { ...item, state: 'waiting', late: true } : item));

/** What the server said no with. */
export const errorOf = ({ error }: Item): Error | undefined => error && createORPCErrorFromJson(error);
