import { httpDoor } from '../../cloudfunctions/api/doors/http';
import { openDatabase } from '../../cloudfunctions/api/kernel/db';
import { makeLimits } from '../../cloudfunctions/api/kernel/limits';
import { readSettings } from '../../cloudfunctions/api/kernel/settings';
import type { Environment } from '../host/settings';
import type { Ground } from './ground';
import { partOf, withinOf } from './parts';
import { watchStatements } from './statements';
import type { Table } from './table';

interface Watch<Job> {
  /** What is done, as the table calls it. */
  what: string;
  ground: Ground;
  database: string;
  environment: Environment;
  jobs: readonly Job[];
  eventOf: (job: Job) => { path: string; body: object; token: string };
  throughDoor: (job: Job) => Promise<void>;
  bare: (job: Job) => Promise<void>;
  bareRoundTrips: number;
}

interface Part {
  part: string;
  roundTrips: number;
  ms: number;
  /** Planning and running inside the server. */
  serverMs: number;
}

const WARM_UP = 0.2;

/**
 * Where one call's time goes, one at a time. Each job goes through the whole door, through the same door in this
 * process with every statement timed at its connection, or to the bare rule, by turns; the server's own statistics
 * say what of a statement's time it spent.
 */
export async function whereTheTimeGoes<Job>(watch: Watch<Job>): Promise<{ table: Table; figures: object }> {
  const { ground, database, environment, jobs } = watch;
  await ground.administer(database, async (client) => {
    await client.query('create extension pg_stat_statements');
    await client.query(`alter role youth_api set pg_stat_statements.track = 'all'`);
    await client.query(`alter role youth_api set pg_stat_statements.track_planning = on`);
  });
  const api = openDatabase(ground.cluster.apiUrl(database));
  const parts = new Map<string, Part>();
  const add = (name: string, more: Omit<Part, 'part'>) => {
    const sum = parts.get(name) ?? { part: name, roundTrips: 0, ms: 0, serverMs: 0 };
    sum.roundTrips += more.roundTrips;
    sum.ms += more.ms;
    sum.serverMs += more.serverMs;
    parts.set(name, sum);
  };
  watchStatements(api.pool, ({ text, ms, alone }) => add(partOf(text), { roundTrips: alone ? 1 : 0, ms, serverMs: 0 }));

  const house = { settings: readSettings(environment), database: api, limits: makeLimits(api.pool) };
  const inProcess = async (job: Job): Promise<void> => {
    const { path, body, token } = watch.eventOf(job);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const answer = await httpDoor(house, { path, httpMethod: 'POST', headers, body: JSON.stringify(body) }, new Date());
    if (answer.statusCode !== 200) throw new Error(`${path} was answered with ${answer.body}`);
  };
  const ways = [watch.throughDoor, inProcess, watch.bare];
  const totals = [0, 0, 0];
  const begin = Math.floor((jobs.length * WARM_UP) / ways.length) * ways.length;
  for (const [at, job] of jobs.entries()) {
    const way = at % ways.length;
    if (at === begin) {
      parts.clear();
      await ground.administer(database, (client) => client.query('select pg_stat_statements_reset()'));
    }
    const begun = performance.now();
    await ways[way]?.(job);
    if (at >= begin) totals[way] = (totals[way] ?? 0) + performance.now() - begun;
  }
  await api.end();

  const calls = (jobs.length - begin) / ways.length;
  const within = new Map<string, number>();
  for (const { query, ms, own } of await serverTimes(ground, database)) {
    if (own) add(partOf(query), { roundTrips: 0, ms: 0, serverMs: ms });
    const name = own ? undefined : withinOf(query);
    if (name) within.set(name, (within.get(name) ?? 0) + ms / calls);
  }
  const statements = [...parts.values()].map(({ part, roundTrips, ms, serverMs }) => ({
    part,
    roundTrips: roundTrips / calls,
    ms: ms / calls,
    serverMs: serverMs / calls,
  }));
  const [doorMs = 0, inProcessMs = 0, bareMs = 0] = totals.map((total) => total / calls);
  const statementsMs = statements.reduce((sum, { ms }) => sum + ms, 0);
  const around = [
    { part: 'HTTP, and the hop between two processes', roundTrips: 0, ms: doorMs - inProcessMs, serverMs: 0 },
    { part: 'JavaScript: JSON, zod, keys, building SQL', roundTrips: 0, ms: inProcessMs - statementsMs, serverMs: 0 },
  ];
  const all = [...around, ...statements];
  return {
    table: tableOf(watch, all, within, { doorMs, bareMs }),
    figures: { doorMs, inProcessMs, bareMs, parts: all, within: Object.fromEntries(within) },
  };
}

async function serverTimes({ administer }: Ground, database: string) {
  const { rows } = await administer(database, (client) =>
    client.query<{ query: string; ms: number; own: boolean }>(
      `select query, total_exec_time + total_plan_time as ms, toplevel as own
       from pg_stat_statements join pg_roles r on r.oid = userid where r.rolname = 'youth_api' or not toplevel`,
    ),
  );
  return rows;
}

function tableOf(
  { what, bareRoundTrips }: { what: string; bareRoundTrips: number },
  parts: readonly Part[],
  within: ReadonlyMap<string, number>,
  { doorMs, bareMs }: { doorMs: number; bareMs: number },
): Table {
  const ms = (value: number) => (value ? value.toFixed(2) : '');
  const share = (value: number) => `${((value / doorMs) * 100).toFixed(0)} %`;
  const row = (part: string, trips: number, time: number, serverTime: number) => [
    part,
    trips ? trips.toFixed(0) : '',
    ms(time),
    ms(serverTime),
    share(time),
  ];
  const sum = (of: 'roundTrips' | 'serverMs') => parts.reduce((total, part) => total + part[of], 0);
  return {
    title: `Where the time of one ${what} goes, one at a time (ms; what is in the server is within "ms")`,
    heads: ['part', 'round trips', 'ms', 'in the server', 'share'],
    rows: [
      ...parts.map((part) => row(part.part, part.roundTrips, part.ms, part.serverMs)),
      row('altogether', sum('roundTrips'), doorMs, sum('serverMs')),
      ...[...within].map(([name, serverMs]) => [name, '', '', ms(serverMs), '']),
      ['bare SQL, altogether', String(bareRoundTrips), ms(bareMs), '', share(bareMs)],
    ],
  };
}
