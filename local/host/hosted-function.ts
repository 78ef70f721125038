import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { CHECKOUT } from '../places';
import type { ContextData } from './context';
import { LIMITS, type FunctionConfig } from './functions';
import type { Environment } from './settings';

/** How a call of a function ended. */
export type Outcome =
  | { kind: 'returned'; json: string }
  | { kind: 'threw'; stack: string }
  | { kind: 'timedOut' }
  | { kind: 'answerTooLarge' }
  | { kind: 'processDied' };

export interface HostedFunction {
  config: FunctionConfig;
  /** Undefined while no process runs. */
  processId: () => number | undefined;
  call: (event: unknown, context: ContextData) => Promise<Outcome>;
  stop: () => Promise<void>;
}

interface Hosting {
  config: FunctionConfig;
  /** The packed function, a CommonJS file that exports `main`. */
  file: string;
  env: Environment;
  /** An open file for what the function writes to its log. */
  log: number;
}

type Reply = { call: number } & Outcome;

/** A process, and the calls that it has not answered yet. */
interface Running {
  child: ChildProcess;
  waiting: Map<number, (outcome: Outcome) => void>;
}

/** Keeps one process for a function, many calls at a time; one that died is replaced at the next call. */
export function hostFunction({ config, file, env, log }: Hosting): HostedFunction {
  let lastCall = 0;
  let running: Running | null = null;
  let stopped = false;

  function begin(): Running {
    const child = fork(join(CHECKOUT, 'local/host/function-process.mjs'), [file], {
      env: env as NodeJS.ProcessEnv,
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', log, log, 'ipc'],
    });
    const started: Running = { child, waiting: new Map() };
    // A broken pipe is often noticed before the end itself; by then another process may be running.
    const end = () => {
      if (running === started) running = null;
      for (const settle of started.waiting.values()) settle({ kind: 'processDied' });
    };
    child.on('message', (reply: Reply) => started.waiting.get(reply.call)?.(withinLimits(reply)));
    child.on('exit', end);
    child.on('error', end);
    return started;
  }

  async function call(event: unknown, context: ContextData): Promise<Outcome> {
    if (stopped) return { kind: 'processDied' };
    const { child, waiting } = (running ??= begin());
    const number = ++lastCall;
    let timer: NodeJS.Timeout | undefined;
    const outcome = await new Promise<Outcome>((settle) => {
      waiting.set(number, settle);
      timer = setTimeout(() => settle({ kind: 'timedOut' }), config.timeoutMs);
      child.send({ call: number, event, context });
    });
    clearTimeout(timer);
    waiting.delete(number);
    return outcome;
  }

  /** Calls go on to come while it ends; none of them begins another. */
  async function stop(): Promise<void> {
    stopped = true;
    const child = running?.child;
    if (!child) return;
    await new Promise((resolve) => {
      child.on('exit', resolve);
      child.kill();
    });
  }

  return { config, processId: () => running?.child.pid, call, stop };
}

function withinLimits(outcome: Outcome): Outcome {
  return outcome.kind === 'returned' && Buffer.byteLength(outcome.json) > LIMITS.out
    ? { kind: 'answerTooLarge' }
    : outcome;
}
