import { closeSync, openSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
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
  const agent = new Agent({ keepAlive: true });
  return {
    url: front.url,
    post: (operation, input, token) =>
      post(agent, `${front.url}/api/${operation.replace('.', '/')}`, JSON.stringify(input), token),
    async close() {
      agent.destroy();
      await front.close();
      await hosted.stop();
      closeSync(log);
    },
  };
}

/** Plain node:http: the caller shares the machine with what is measured, and `fetch` costs three times as much. */
function post(agent: Agent, url: string, body: string, token: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: `Bearer ${token}`,
    };
    const call = request(url, { agent, method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(JSON.parse(text) as Answer));
      response.on('error', reject);
    });
    call.on('error', reject);
    call.end(body);
  });
}
