import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'undici';
import { FUNCTIONS } from '../host/functions';
import { hostFunction } from '../host/hosted-function';
import { answerHttp } from '../host/http-door';
import type { Environment } from '../host/settings';
import { CHECKOUT } from '../places';
import { openFront } from '../web/front';

export interface Door {
  url: string;
  /** Posts an operation's input, with the caller's session, and answers with the body. */
  post: (operation: string, input: object, token: string) => Promise<Answer>;
  close: () => Promise<void>;
}

type Answer = { ok: true; output: unknown } | { ok: false; error: { code: string } };

interface Hosting {
  dataDir: string;
  /** The function's environment, once the address of its front is known. */
  environment: (url: string) => Environment;
}

/** The built function in a process of its own, behind HTTP access, as `npm start` hosts it. */
export async function openDoor({ dataDir, environment }: Hosting): Promise<Door> {
  const [config] = FUNCTIONS;
  if (!config) throw new Error('there is no function to host');
  const front = await openFront(0);
  const log = openSync(join(dataDir, 'functions.log'), 'w');
  const file = join(CHECKOUT, 'dist/cloudfunctions', config.name, 'index.js');
  const hosted = hostFunction({ config, file, env: environment(front.url), log });
  front.serve((incoming, response, url) => answerHttp(incoming, response, url, hosted));
  const connections = new Pool(front.url);
  return {
    url: front.url,
    post: (operation, input, token) => post(connections, `/api/${operation.replace('.', '/')}`, input, token),
    async close() {
      await connections.close();
      await front.close();
      await hosted.stop();
      closeSync(log);
    },
  };
}

/** The caller shares the machine with what is measured: of the clients at hand this one costs the least. */
async function post(connections: Pool, path: string, input: object, token: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const { body } = await connections.request({ path, method: 'POST', headers, body: JSON.stringify(input) });
  return (await body.json()) as Answer;
}
