import { httpDoor } from '../../cloudfunctions/api/doors/http';
import { openDatabase } from '../../cloudfunctions/api/kernel/db';
import { makeLimits } from '../../cloudfunctions/api/kernel/limits';
import { readSettings } from '../../cloudfunctions/api/kernel/settings';
import { uuidv7 } from 'uuidv7';
import type { Environment } from '../host/settings';
import type { Ground } from './ground';
import { partOf } from './parts';
import { liveText, type Scan } from './scans';
import { watchStatements } from './statements';
import type { Table } from './table';

interface Watch {
  ground: Ground;
  database: string;
  environment: Environment;
  /** What one call through the whole door takes, one at a time. */
  aloneMs: number;
  scans: readonly Scan[];
  codeKey: string;
}

interface Part {
  part: string;
  trips: number;
  ms: number;
  /** Planning and running inside the server; null for what is no statement of ours. */
  serverMs: number | null;
}

/**
 * Where a registration's time goes, one at a time: the same door in this process, each statement timed at its
 * connection, and the server's own statistics for what runs inside.
 */
export async function whereTheTimeGoes(watch: Watch): Promise<{ table: Table; parts: Part[] }> {
  const { ground, database, environment, aloneMs, scans, codeKey } = watch;
  await ground.administer(database, async (client) => {
    await client.query('create extension pg_stat_statements');
    await client.query(`alter role youth_api set pg_stat_statements.track = 'all'`);
    await client.query(`alter role youth_api set pg_stat_statements.track_planning = on`);
  });
  const api = openDatabase(ground.cluster.apiUrl(database));
  const parts = new Map<string, Part>();
  const part = (text: string): Part => {
    const name = partOf(text);
    const known = parts.get(name) ?? { part: name, trips: 0, ms: 0, serverMs: 0 };
    parts.set(name, known);
    return known;
  };
  let watching = false;
  watchStatements(api.pool, ({ text, ms }) => {
    if (!watching) return;
    const known = part(text);
    known.trips += 1 / timed.length;
    known.ms += ms / timed.length;
  });
  const settings = readSettings(environment);
  const house = { settings, database: api, limits: makeLimits(api.pool) };
  const register = async (scan: Scan): Promise<void> => {
    const event = {
      path: '/api/contact/register',
      httpMethod: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${scan.token}` },
      body: JSON.stringify({ text: liveText(scan, codeKey, settings.APP_CODE_HOST), requestId: uuidv7() }),
    };
    const { statusCode, body } = await httpDoor(house, event, new Date());
    if (statusCode !== 200) throw new Error(`contact.register was answered with ${body}`);
  };
  const [warmUp, timed] = [scans.slice(0, scans.length / 3), scans.slice(scans.length / 3)];
  for (const scan of warmUp) await register(scan);
  await ground.administer(database, (client) => client.query('select pg_stat_statements_reset()'));
  watching = true;
  const begun = performance.now();
  for (const scan of timed) await register(scan);
  const inProcessMs = (performance.now() - begun) / timed.length;
  await api.end();

  const served = await ground.administer(database, (client) =>
    client.query<{ query: string; ms: number; own: boolean }>(
      `select query, total_exec_time + total_plan_time as ms, toplevel as own from pg_stat_statements s
       join pg_roles r on r.oid = s.userid where r.rolname = 'youth_api' or not toplevel`,
    ),
  );
  for (const { query, ms, own } of served.rows) {
    const known = part(own ? query : `inside: ${query}`);
    known.serverMs = (known.serverMs ?? 0) + ms / timed.length;
  }
  const statementsMs = [...parts.values()].reduce((sum, { ms }) => sum + ms, 0);
  const all: Part[] = [
    { part: 'HTTP and the hop between two processes', trips: 0, ms: aloneMs - inProcessMs, serverMs: null },
    { part: 'JavaScript: JSON, zod, keys, building SQL', trips: 0, ms: inProcessMs - statementsMs, serverMs: null },
    ...parts.values(),
  ];
  return { parts: all, table: tableOf(all, aloneMs) };
}

function tableOf(parts: readonly Part[], totalMs: number): Table {
  const outer = parts.filter(({ ms }) => ms > 0);
  const inner = parts.filter(({ ms }) => ms <= 0);
  const cells = ({ part, trips, ms, serverMs }: Part) => [
    part,
    trips ? trips.toFixed(1) : '',
    ms ? ms.toFixed(2) : '',
    serverMs === null ? '' : serverMs.toFixed(2),
    ms ? `${((ms / totalMs) * 100).toFixed(0)} %` : '',
  ];
  const trips = parts.reduce((sum, each) => sum + each.trips, 0);
  const serverMs = outer.reduce((sum, each) => sum + (each.serverMs ?? 0), 0);
  return {
    title: 'Where the time of one registration goes, one at a time (ms; "in the server" is part of "ms")',
    heads: ['part', 'round trips', 'ms', 'in the server', 'share'],
    rows: [
      ...outer.map(cells),
      ['altogether', trips.toFixed(1), totalMs.toFixed(2), serverMs.toFixed(2), '100 %'],
      ...inner.map(cells),
    ],
  };
}
