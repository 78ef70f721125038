import { once } from 'node:events';
import { buildFunctions } from './build/functions';
import { buildScreens } from './build/taro';
import { claimFront } from './claim';
import { dataDirFor } from './places';
import { startStandIn } from './stand-in';

const DEFAULT_PORT = 8126;

/** `npm start`: everything on this laptop, until Ctrl-C. */
export async function main(): Promise<void> {
  const ending = endOfCommand();
  const dataDir = dataDirFor('demo');
  const front = await claimFront(portAskedFor(), dataDir);
  try {
    await buildFunctions();
    await buildScreens('h5', ending);
    console.log('Starting PostgreSQL and the functions');
    const staleIdentity = process.env.HOST_STALE_IDENTITY === '1';
    const standIn = await startStandIn({ front, dataDir, staleIdentity });
    try {
      console.log(whatToTry(standIn.url));
      if (!ending.aborted) await once(ending, 'abort');
      console.log('Stopping');
    } finally {
      await standIn.stop();
    }
  } catch (error) {
    if (!ending.aborted) throw error;
  } finally {
    await front.close();
  }
}

function portAskedFor(): number {
  const port = Number(process.env.PORT ?? DEFAULT_PORT);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`PORT is ${process.env.PORT}; it must be a number below 65536.`);
}

/** Ctrl-C, a polite kill, a closed terminal, the end of npm. npm passes the first on as well, so it may come twice. */
function endOfCommand(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => controller.abort());
  process.stdout.on('error', () => controller.abort());
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) controller.abort();
  }, 500).unref();
  return controller.signal;
}

const whatToTry = (url: string): string => `ready ${url}

Open it and choose who you are. To see both sides, use two browsers (or a private window):
  a youth   ${url}  choose 林晓彤: her code
  a cadre   ${url}  choose 何志远: 扫一扫, then a picture of the code, or its link
  another   ${url}/local/  shows the choice again; ${url}/local/out forgets it
Ctrl-C ends everything. npm run reset begins again with fresh data.`;
