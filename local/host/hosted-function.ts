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

/** Keeps one process for a function, many calls at a time; one that died is replaced at the next call. */
export function hostFunction({ config, file, env, log }: Hosting): HostedFunction {
  const waiting = new Map<number, (outcome: Outcome) => void>();
  let lastCall = 0;
  let child: ChildProcess | null = null;

  function begin(): ChildProcess {
    const started = fork(join(CHECKOUT, 'local/host/function-process.mjs'), [file], {
      env: env as NodeJS.ProcessEnv,
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', log, log, 'ipc'],
    });
    const end = () => {
      child = null;
      for (const settle of waiting.values()) settle({ kind: 'processDied' });
    };
    started.on('message', (reply: Reply) => waiting.get(reply.call)?.(withinLimits(reply)));
    started.on('exit', end);
    started.on('error', end);
    return started;
  }

  async function call(event: unknown, context: ContextData): Promise<Outcome> {
    child ??= begin();
    const number = ++lastCall;
    let timer: NodeJS.Timeout | undefined;
    const outcome = await new Promise<Outcome>((settle) => {
      waiting.set(number, settle);
      timer = setTimeout(() => settle({ kind: 'timedOut' }), config.timeoutMs);
      child?.send({ call: number, event: JSON.stringify(event), context });
    });
    clearTimeout(timer);
    waiting.delete(number);
    return outcome;
  }

  async function stop(): Promise<void> {
    const running = child;
    if (!running) return;
    await new Promise((resolve) => {
      running.on('exit', resolve);
      running.kill();
    });
  }

  return { config, call, stop };
}

function withinLimits(outcome: Outcome): Outcome {
  return outcome.kind === 'returned' && Buffer.byteLength(outcome.json) > LIMITS.out
    ? { kind: 'answerTooLarge' }
    : outcome;
}
