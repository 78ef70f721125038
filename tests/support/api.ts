import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OperationName } from '../../types/contract';
import type { Answer } from '../../cloudfunctions/api/router';
import { createFiles } from '../../local/cloudbase/files';
import { FUNCTIONS, type FunctionConfig } from '../../local/host/functions';
import { hostFunction } from '../../local/host/hosted-function';
import { functionEnvironment } from '../../local/host/settings';
import { CHECKOUT } from '../../local/places';
import { openFront } from '../../local/web/front';
import { routes } from '../../local/web/routes';
import { createWeixin } from '../../local/weixin/weixin';
import type { In, Out } from './house';
import type { Server } from './server';

/** What a caller hears. `PLATFORM` is an answer of the platform's own, `NOTHING` that the line was cut. */
export type Heard<Output = unknown> = { output: Output } | { code: string; data: unknown };

/** The function in its own process behind its doors, as it runs on a laptop. */
export interface Api {
  url: string;
  port: number;
  processId: () => number | undefined;
  /** Calls through WeChat's door as somebody. */
  ask: <Op extends OperationName>(
    who: { openid: string },
    op: Op,
    input: In<Op>,
    url?: string,
  ) => Promise<Heard<Out<Op>>>;
  /** The lines that the function has logged. */
  logged: () => Record<string, unknown>[];
  end: () => Promise<void>;
}

interface Wish {
  /** Where the function finds its database, when not at the server itself. */
  port?: number;
  connections?: number;
}

let started = 0;

export async function anApi(server: Server, { port = server.port, connections = 20 }: Wish = {}): Promise<Api> {
  const { secrets } = server;
  const apiUrl = server.apiUrl.replace(`:${server.port}/`, `:${port}/`);
  const logFile = join(server.dataDir, `function-${++started}.log`);
  const log = openSync(logFile, 'w');
  const front = await openFront(0);
  const hosted = hostFunction({
    config: FUNCTIONS[0] as FunctionConfig,
    file: join(CHECKOUT, 'dist/cloudfunctions/api/index.js'),
    env: {
      ...functionEnvironment({ url: front.url, apiUrl, secrets, staleIdentity: false }),
      PGPOOL_MAX: String(connections),
    },
    log,
  });
  const weixin = createWeixin(secrets.weixinSecret);
  front.serve(
    routes({
      functions: [hosted],
      weixin,
      files: createFiles(join(server.dataDir, 'files')),
      screens: '',
      ownerUrl: '',
      sealKey: secrets.sealKey,
    }),
  );
  return {
    url: front.url,
    port: front.port,
    processId: hosted.processId,
    ask: (who, op, input, url = front.url) => askAt(url, who.openid, op, input),
    logged: () =>
      readFileSync(logFile, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    async end() {
      await front.close();
      await hosted.stop();
      closeSync(log);
    },
  };
}

async function askAt<Output>(url: string, openid: string, op: string, input: unknown): Promise<Heard<Output>> {
  const body = JSON.stringify({ name: 'api', openid, data: { op, input } });
  try {
    const response = await fetch(`${url}/wx/callFunction`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { result, errMsg } = (await response.json()) as { result?: Answer; errMsg: string };
    return result ? heard(result) : { code: 'PLATFORM', data: errMsg };
  } catch {
    return { code: 'NOTHING', data: null };
  }
}

export const heard = <Output>(answer: Answer): Heard<Output> =>
  answer.ok ? { output: answer.output as Output } : { code: answer.error.code, data: answer.error.data };

/** The output of a call that must succeed. */
export function outputOf<Output>(reply: Heard<Output>): Output {
  if ('output' in reply) return reply.output;
  throw new Error(`${reply.code} ${JSON.stringify(reply.data)}`);
}
