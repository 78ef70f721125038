import type { Pool } from 'pg';
import type { Statement } from '../../local/bench/statements';

/** Tables that grow with what others do. */
const GROWING = [
  'person',
  'youth',
  'post',
  'stock',
  'contact',
  'consent',
  'channel',
  'access_log',
  'contact_log',
  'contact_log_mark',
  'contact_log_version',
  'log_dispute',
  'meeting',
  'voice_day',
  'flow',
  'grassroots_day',
  'leave',
];

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
}

interface Explained {
  'QUERY PLAN': { Plan: Plan }[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** What the plans of a statement are made of, as the acting person. */
async function planned(api: Pool, personId: string, { text, values }: Statement): Promise<Plan[]> {
  const client = await api.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('app.person', $1, true), set_config('app.actor_key', $2, true), set_config('app.day', $3, true)`,
      [personId, `p:${personId}`, '2026-11-26'],
    );
    // For these values, and for whatever values, which a statement is planned for from its sixth time on.
    const explained = [
      await client.query<Explained>(`explain (format json) ${text}`, values),
      await client.query<Explained>(`explain (format json, generic_plan) ${text}`),
    ];
    return explained
      .flatMap(({ rows }) => rows)
      .flatMap((row) => row['QUERY PLAN'])
      .flatMap(({ Plan }) => nodesOf(Plan));
  } finally {
    await client.query('rollback');
    client.release();
  }
}

export async function plansOf(api: Pool, asked: Statement[], personId: string): Promise<Plan[]> {
  const selects = asked.filter(({ text }) => /^\s*(select|with)\b/i.test(text) && /\bfrom\b/.test(text));
  expect(selects.length).toBeGreaterThan(0);
  const nodes: Plan[] = [];
  for (const statement of selects) nodes.push(...(await planned(api, personId, statement)));
  return nodes;
}

/** The tables that grow with others and that are read from end to end. */
export async function readFromEndToEnd(api: Pool, asked: Statement[], personId: string): Promise<string[]> {
  const nodes = await plansOf(api, asked, personId);
  return nodes
    .filter((node) => node['Node Type'] === 'Seq Scan')
    .flatMap((node) => node['Relation Name'] ?? [])
    .filter((table) => GROWING.includes(table));
}
