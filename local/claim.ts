import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CHECKOUT } from './places';
import { openFront, WHO_PATH, type Front, type Who } from './web/front';

const PATIENCE_MS = 15_000;

interface Claim {
  pid: number;
  port: number;
}

/** Takes the port, and the data folder too: an earlier start of this checkout that still runs is ended. */
export async function claimFront(port: number, dataDir: string): Promise<Front> {
  const front = await openFreed(port, dataDir);
  await endEarlierStart(dataDir);
  const claim: Claim = { pid: process.pid, port: front.port };
  writeFileSync(claimFile(dataDir), JSON.stringify(claim));
  return front;
}

async function openFreed(port: number, dataDir: string): Promise<Front> {
  try {
    return await openFront(port);
  } catch (error) {
    if (!isPortTaken(error)) throw error;
  }
  const holder = await ask(port);
  if (holder?.checkout !== CHECKOUT) throw new Error(whoHas(port, holder, dataDir));
  await end(holder);
  return openFront(port);
}

export async function endEarlierStart(dataDir: string): Promise<void> {
  const claim = readClaim(dataDir);
  const earlier = claim && (await ask(claim.port));
  if (earlier?.checkout === CHECKOUT && earlier.pid !== process.pid) await end(earlier);
}

async function end({ pid }: Who): Promise<void> {
  console.log(`Ending an earlier start (process ${pid})`);
  process.kill(pid, 'SIGTERM');
  const giveUp = Date.now() + PATIENCE_MS;
  while (isAlive(pid)) {
    if (Date.now() > giveUp) throw new Error(`Process ${pid} does not end; kill it and start again.`);
    await sleep(50);
  }
}

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

function whoHas(port: number, holder: Who | null, dataDir: string): string {
  const elsewhere = `Choose another one: PORT=${port + 1} npm start`;
  if (holder) return `Port ${port} is used by the stand-in of ${holder.checkout} (process ${holder.pid}). ${elsewhere}`;
  const claim = readClaim(dataDir);
  if (claim?.port === port && isAlive(claim.pid)) {
    return `Port ${port} is used by something that does not answer, perhaps an earlier start: process ${claim.pid}.`;
  }
  return `Port ${port} is used by another program. ${elsewhere}`;
}

async function ask(port: number): Promise<Who | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${WHO_PATH}`, { signal: AbortSignal.timeout(2_000) });
    const { pid, checkout } = (await answer.json()) as Partial<Who>;
    return pid && checkout ? { pid, checkout } : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function readClaim(dataDir: string): Claim | null {
  const file = claimFile(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Claim) : null;
}

const claimFile = (dataDir: string): string => join(dataDir, 'server.json');
