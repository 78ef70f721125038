import {
  isMendable,
  isOnlyHere,
  isSame,
  isOnItsWay,
  type Item,
  keptOf,
  type Queued,
  type QueuedOperation,
} from './item';

/** What became of one try. */
export type Answered =
  | { kind: 'done'; output: Queued[QueuedOperation]['output'] }
  | { kind: 'refused' | 'fault'; error: NonNullable<Item['error']> }
  /** No answer, or not now: after so many milliseconds again, or null when somebody has to do something first. */
  | { kind: 'notNow'; retryAfter: number | null };

export interface Means {
  read: () => Promise<Item[]>;
  write: (items: Item[]) => Promise<void>;
  /** Whether the phone has a network at all; without one nothing leaves it. */
  mayLeave: () => Promise<boolean>;
  send: (item: Item) => Promise<Answered>;
  /** Calls back later; gives back how to call it off. */
  later: (work: () => void, milliseconds: number) => () => void;
}

/** What is said of somebody is not kept longer than it is needed. */
const wipe = { input: null, about: null, people: undefined };

const firstPauseMs = 4_000;
const longestPauseMs = 60_000;

/**
 * D8.1 What one person has made and the server has not answered yet. Sent in the order in which it was made, each
 * with its own requestId until an answer comes; a no is an answer, and the next is sent.
 */
export const makeBox = ({ read, write, mayLeave, send, later }: Means) => {
  let items: readonly Item[] = [];
  let sending: Promise<void> | null = null;
  let callOff: () => void = () => undefined;
  let pause = firstPauseMs;
  let written: Promise<unknown> = Promise.resolve();
  let keeps = true;
  let readable = true;
  const listeners = new Set<() => void>();

  const show = (next: readonly Item[]): void => {
    items = next;
    listeners.forEach((listener) => listener());
  };
  /** What could not be read is not written over. */
  const writeAll = async (): Promise<void> => {
    if (!readable) throw new Error('the kept items could not be read');
    await write(keptOf(items));
  };
  const change = (next: readonly Item[]): Promise<unknown> => {
    show(next);
    written = written.then(writeAll).then(
      () => (keeps = true),
      () => (keeps = false),
    );
    return written;
  };
  const changeOne = (requestId: string, to: Partial<Item>) =>
    change(items.map((item) => (item.requestId === requestId ? { ...item, ...to } : item)));

  const opened = read().then(show, () => {
    readable = false;
    keeps = false;
  });

  /** True when the next may be sent. */
  const sendOne = async ({ requestId, about, tried }: Item): Promise<boolean> => {
    await changeOne(requestId, { state: 'sending', tried: true });
    const item = items.find((each) => each.requestId === requestId);
    if (!item) return true;
    const answered = await send(item).catch((): Answered => ({ kind: 'notNow', retryAfter: 0 }));
    if (answered.kind === 'notNow') {
      void changeOne(requestId, { state: 'waiting', late: true });
      if (answered.retryAfter !== null) sendLater(answered.retryAfter);
      return false;
    }
    pause = firstPauseMs;
    if (answered.kind === 'done') {
      // D9.5 Who has left since an earlier try is not named.
      await changeOne(requestId, { state: 'done', output: answered.output, ...wipe, about: tried ? null : about });
    } else {
      const wiped = answered.kind === 'refused' && !isMendable(item, answered.error) ? wipe : {};
      await changeOne(requestId, { state: 'failed', error: answered.error, ...wiped });
    }
    return true;
  };

  const sendAll = async (): Promise<void> => {
    await opened;
    for (let item = items.find(isWaiting); item; item = items.find(isWaiting)) {
      if (!(await mayLeave())) {
        await change(items.map((each) => (isWaiting(each) ? { ...each, late: true } : each)));
        return sendLater(0);
      }
      if (!(await sendOne(item))) return;
    }
  };

  const flush = (): Promise<void> => {
    callOff();
    sending ??= sendAll().finally(() => (sending = null));
    return sending;
  };

  const sendLater = (atLeast: number): void => {
    callOff = later(() => void flush(), Math.max(atLeast, pause));
    pause = Math.min(pause * 2, longestPauseMs);
  };

  return {
    items: () => items,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    /** Whether the phone's storage took it; else it is gone with the app. */
    keeps: () => keeps,
    /** Keeps a write before it is sent. Gives back the id under which it goes, an earlier one when the same waits. */
    async put<Op extends QueuedOperation>(
      made: Pick<Item<Op>, 'requestId' | 'op' | 'input' | 'about' | 'people' | 'madeAt' | 'late'>,
    ): Promise<string> {
      await opened;
      const same = items.find((item) => isOnItsWay(item) && isSame(item, made));
      if (same) return same.requestId;
      const behind = items.some(isOnItsWay);
      const open = items.filter((item) => isOnItsWay(item) || (item.state === 'failed' && item.late));
      await change([...open, { ...made, late: made.late || behind, state: 'waiting', tried: false }]);
      return made.requestId;
    },
    flush,
    /** Once more, after a fault of ours; a wiped input cannot be sent again. */
    async retry(requestId: string) {
      const item = items.find((each) => each.requestId === requestId);
      if (item?.state !== 'failed' || item.input === null) return;
      await changeOne(requestId, { state: 'waiting', error: undefined });
      await flush();
    },
    /** Takes out what has been read, or what has not left the phone; what may be on the server stays. */
    async drop(requestId: string): Promise<boolean> {
      const item = items.find((each) => each.requestId === requestId);
      if (!item || (isOnItsWay(item) && !isOnlyHere(item))) return false;
      await change(items.filter((each) => each !== item));
      return true;
    },
    /** Takes out what has been answered and read; what is still on its way tells wherever its person looks. */
    async leave(requestId: string) {
      const item = items.find((each) => each.requestId === requestId);
      if (!item) return;
      if (isOnItsWay(item)) await changeOne(requestId, { late: true });
      else await change(items.filter((each) => each !== item));
    },
    /** At sign-out, after a question; also what could not be read. */
    async empty() {
      callOff();
      readable = true;
      await change([]);
    },
  };
};

export type Box = ReturnType<typeof makeBox>;

const isWaiting = ({ state }: Item): boolean => state === 'waiting';
