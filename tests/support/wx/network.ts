import type { OperationName } from '../../../types/contract';
import type { Called } from './door';

interface Call {
  op?: unknown;
  input?: unknown;
}

interface Loss {
  what: 'calls' | 'answers';
  op: OperationName;
}

interface Status {
  isConnected: boolean;
  networkType: 'wifi' | 'none';
}

/** The network of a phone, in the hands of a test. */
export interface Network {
  off: () => void;
  on: () => void;
  /** The phone believes itself connected, but calls of this operation do not arrive, or their answers do not. */
  lose: (what: Loss['what'], op: OperationName) => void;
  /** The program is gone: nothing leaves it any more, and nothing comes back to it. */
  end: () => void;
  /** The calls that arrived, in their order. */
  arrived: Call[];
  /** Those of them whose answer is there: what they wrote is written. */
  answered: Call[];
  status: () => Status;
  onChange: (listener: (status: Status) => void) => void;
  carry: (data: Call, call: () => Promise<Called>) => Promise<Called>;
}

/** What WeChat says for whatever it has no number of its own for, a missing network among it. */
const failed = (why: string): Called => ({
  errCode: -1,
  errMsg: `cloud.callFunction:fail Error: errCode: -1 | errMsg: request:fail ${why}`,
});

const never = new Promise<never>(() => undefined);

export function makeNetwork(connected = true): Network {
  const arrived: Call[] = [];
  const answered: Call[] = [];
  const listeners = new Set<(status: Status) => void>();
  let lost: Loss | null = null;
  let ended = false;

  const status = (): Status => ({ isConnected: connected, networkType: connected ? 'wifi' : 'none' });
  /** WeChat tells of a change only. */
  function turn(to: boolean, losing: Loss | null = null): void {
    lost = losing;
    if (connected === to) return;
    connected = to;
    listeners.forEach((listener) => listener(status()));
  }
  const isOver = () => ended;
  const loses = (what: Loss['what'], { op }: Call): boolean => lost?.what === what && lost.op === op;

  return {
    arrived,
    answered,
    status,
    off: () => turn(false),
    on: () => turn(true),
    lose: (what, op) => turn(true, { what, op }),
    end: () => void (ended = true),
    onChange: (listener) => void listeners.add(listener),
    async carry(data, call) {
      if (isOver()) return never;
      if (!connected) return failed('');
      if (loses('calls', data)) return failed('timeout');
      arrived.push(data);
      const called = await call();
      answered.push(data);
      if (isOver()) return never;
      return loses('answers', data) ? failed('timeout') : called;
    },
  };
}
