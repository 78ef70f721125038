import fc from 'fast-check';
import { sql } from 'kysely';
import { accountKey, addressKey } from '../../cloudfunctions/api/kernel/actor';
import { byAccount } from '../../cloudfunctions/api/doors/identity';
import { policy } from '../../config/policy';
import { contextFor } from '../../local/host/context';
import { recount } from '../../local/recount';
import { APP_ID } from '../factory';
import { aWorld, type World } from '../support/world';
import type { Caller } from './callers';
import { aCast } from './cast';
import { burstsOf, eventsOf, namesSomebody, type Event } from './events';
import { exchange, type Received } from './exchange';
import { openHost, type Host } from './host';
import { isSigningIn, isTheCallersDoing, showsNoInside } from './laws';
import { fillShishan } from './people';
import { requestsOf, type Request } from './requests';
import { inRounds, runsOr, timeFor } from './rounds';
import { watchAll, type Written } from './written';

const RUNS = runsOr(600);
const BURSTS = runsOr(60);
jest.setTimeout(timeFor(RUNS));

let world: World;
let host: Host;
let written: Awaited<ReturnType<typeof watchAll>>;

beforeAll(async () => {
  world = await aWorld();
  await fillShishan(world);
  written = await watchAll(world.db);
  host = await openHost(world);
});
afterAll(async () => {
  await host.end();
  await world.end();
});

interface Answered {
  ok?: boolean;
  output?: unknown;
  error?: { code: string; status: number };
  code?: string;
}

/** Under what names a caller's rows are found. A newcomer of this round may have registered by now, a person have closed. */
async function namesOf({ openid, person }: Caller): Promise<string[]> {
  if (!openid) return [];
  const account = { appId: APP_ID, openid };
  const identity = await byAccount(world.house, account);
  const names = [openid, accountKey(account, world.house.settings), ...(person ? [person.personId] : [])];
  return identity.kind === 'person' ? [...names, identity.personId] : names;
}

/** How often somebody was let in and got something done. */
let worked = 0;
beforeEach(() => (worked = 0));

/** What is written when no work was done: a limit's count, and a refusal with its request. */
const isBookkeeping = ({ table }: Written): boolean => table === 'rate_limit' || table === 'request';
/** The socket's own address, whatever a header says. */
const ofThisMachine = () => `signIn:${addressKey('127.0.0.1', world.house.settings)}`;
const isFailedInvitation = ({ table, row }: Written): boolean =>
  table === 'rate_limit' && /^invitation:/.test(String(row.key));
const isFailedSignIn = ({ table, row }: Written): boolean => table === 'rate_limit' && /^signIn:/.test(String(row.key));

/** Nobody is let in without credentials that hold, and who is refused has done nothing. */
async function wroteOnly(rows: Written[], caller: Caller | null, succeeded: boolean): Promise<void> {
  const isSignIn = isSigningIn(rows);
  const rest = rows.filter((row) => !isFailedSignIn(row) && !isFailedInvitation(row) && !isSignIn(row));
  if (!caller) return expect(rest).toEqual([]);
  const work = rest.filter((row) => !isBookkeeping(row));
  if (!succeeded) expect(work).toEqual([]);
  if (work.length > 0) worked += 1;
  isTheCallersDoing(rest, await namesOf(caller));
}

const LONGEST_HEAD = 16_000;

function isBelowApi({ path }: Request): boolean {
  return URL.canParse(path, host.url) && /^\/api(\/|$)/.test(new URL(path, host.url).pathname);
}

/** Always an answer that a client can read: ours, or the platform's where the request does not come as far as to us. */
function isWellFormed(request: Request, received: Received): Answered | null {
  if (!received) {
    expect(JSON.stringify(request.headers).length + request.path.length).toBeGreaterThan(LONGEST_HEAD);
    return null;
  }
  const { status, headers, body } = received;
  expect(status).toBeLessThan(500);
  showsNoInside(body);
  if (!isBelowApi(request)) return null;
  if (headers['x-content-type-options'] !== 'nosniff') {
    expect([400, 413, 431]).toContain(status);
    return null;
  }
  expect(headers['cache-control']).toBe('no-store');
  if (status === 204 || request.method === 'HEAD') return null;
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  const answer = JSON.parse(body) as Answered;
  expect(answer.ok ? 200 : answer.error?.status).toBe(status);
  return answer;
}

const isJson = ({ headers }: Request): boolean =>
  headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1].startsWith('application/json') ?? false;

it(`an HTTP request of any kind is answered, and is let in by its credentials alone, in ${RUNS} requests`, async () => {
  await inRounds('http', RUNS, async () => {
    const cast = await aCast(world);
    return fc.asyncProperty(requestsOf(cast, host.url), async (request) => {
      await written();
      const answer = isWellFormed(request, await exchange(host.port, request));
      const rows = await written();
      const letIn = request.holds && request.method === 'POST' && isJson(request) && isBelowApi(request);
      await wroteOnly(rows, letIn ? request.caller : null, answer?.ok ?? false);
      for (const { row } of rows.filter(isFailedSignIn)) expect(row.key).toBe(ofThisMachine());
      if (request.caller && !request.holds) expect([answer?.ok ?? false, rows]).toEqual([false, []]);
    });
  });
  expect(worked).toBeGreaterThan(RUNS / 200);
});

interface Integrated {
  statusCode: number;
  headers: Record<string, unknown>;
  body: string;
  isBase64Encoded: boolean;
}

/** What the function returned, whichever door it thought it was. */
function answerIn(returned: Answered | Integrated): Answered {
  if (!('statusCode' in returned)) return returned;
  const { statusCode, headers, body, isBase64Encoded } = returned;
  expect(Object.values(headers).every((value) => typeof value === 'string')).toBe(true);
  expect([typeof body, isBase64Encoded]).toEqual(['string', false]);
  if (statusCode === 204) return { ok: false, error: { code: 'NONE', status: 204 } };
  const answer = JSON.parse(body) as Answered;
  expect(answer.ok ? 200 : answer.error?.status).toBe(statusCode);
  return answer;
}

async function tell({ event, environment }: Event): Promise<Answered> {
  const outcome = await host.call(event, contextFor(host.config, environment));
  if (outcome.kind !== 'returned') throw new Error(`the function ${outcome.kind}`);
  showsNoInside(outcome.json);
  return answerIn(JSON.parse(outcome.json) as Answered | Integrated);
}

it(`an event of any shape is answered, and nobody acts but whom the platform or a session names, in ${RUNS} events`, async () => {
  await inRounds('event', RUNS, async () => {
    const cast = await aCast(world);
    return fc.asyncProperty(eventsOf(cast), async (told) => {
      await written();
      const answer = await tell(told);
      expect(typeof answer.ok).toBe('boolean');
      if (!answer.ok) expect(answer.error?.status).toBeLessThan(500);
      await wroteOnly(await written(), told.caller ?? sessionIn(told, cast.callers), answer.ok ?? false);
    });
  });
  expect(worked).toBeGreaterThan(RUNS / 200);
});

/** Whose session an event of HTTP access carries; the platform's word, where there is one, goes before it. */
function sessionIn({ event, environment }: Event, callers: Caller[]): Caller | null {
  const { headers } = (event ?? {}) as { headers?: Record<string, unknown> };
  const sent = Object.values(headers ?? {});
  if (namesSomebody(environment)) return null;
  return callers.find(({ token }) => token && sent.includes(`Bearer ${token}`)) ?? null;
}

it(`C4 writes that come at once are each answered, in ${BURSTS} bursts`, async () => {
  await inRounds('burst', BURSTS, async () => {
    const cast = await aCast(world);
    return fc.asyncProperty(burstsOf(cast), async (burst) => {
      const answers = await Promise.all(burst.map(tell));
      expect(answers.filter(({ ok, error }) => !ok && !(error && error.status < 500))).toEqual([]);
      worked += answers.filter(({ ok }) => ok).length;
    });
  });
  expect(worked).toBeGreaterThan(BURSTS);
});

it('D2.2 after everything, nobody is held by more cadres than may', async () => {
  // C11 A contact that has waited long enough keeps no place, also before the clock ends it.
  const { rows } = await sql`
    select person_id from youth where youth_holders(person_id) > ${policy.contact.holdersPerYouth}`.execute(
    world.db.kysely,
  );
  expect(rows).toEqual([]);
});

it('D9.8 wrote nothing into the log: nothing of all this was a fault', () => {
  expect(host.logged()).toBe('');
});

it('D2.1 the counters are what a recount finds', async () => {
  expect((await recount(world.db)).differences).toEqual([]);
});
