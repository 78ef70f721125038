import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CHECKOUT } from '../places';
import { sendJson, sendText, type Handler } from './exchange';

export const WHO_PATH = '/local/who';

/** What the stand-in says of itself to another start that finds the port taken. */
export interface Who {
  pid: number;
  checkout: string;
}

export interface Front {
  port: number;
  url: string;
  /** From now on requests go there. */
  serve: (handler: Handler) => void;
  close: () => Promise<void>;
}

/**
 * Opens the door at once, before there is anything behind it, so that a port that is taken is found out first.
 * It answers this laptop only: a name that somebody else's server gave to 127.0.0.1 is refused.
 */
export async function openFront(port: number): Promise<Front> {
  let handler: Handler = (_request, response) => sendText(response, 503, 'Still starting.');
  const server = createServer((request, response) => void answer(request, response, (...args) => handler(...args)));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const opened = (server.address() as AddressInfo).port;
  return {
    port: opened,
    url: `http://127.0.0.1:${opened}`,
    serve: (next) => (handler = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, handler: Handler): Promise<void> {
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) {
    return sendText(response, 421, 'This answers on 127.0.0.1 and localhost only.');
  }
  const base = `http://${request.headers.host}`;
  if (!URL.canParse(request.url ?? '/', base)) return sendText(response, 400, 'That is no address.');
  try {
    const url = new URL(request.url ?? '/', base);
    if (url.pathname === WHO_PATH)
      return sendJson(response, 200, { pid: process.pid, checkout: CHECKOUT } satisfies Who);
    await handler(request, response, url);
  } catch (error) {
    // A page that was left before it was there.
    if ((error as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    console.error(error);
    if (!response.headersSent) sendText(response, 500, 'The stand-in failed; its terminal says why.');
    else response.destroy();
  }
}
