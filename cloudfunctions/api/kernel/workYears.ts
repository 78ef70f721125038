import { sql } from 'kysely';
import type { Span, WorkYear } from './calendar';
import type { Tx } from './db';

/** D10.3 What is known of the years of a span. */
export async function workYears(tx: Tx, { from, until }: Span): Promise<WorkYear[]> {
  const { rows } = await sql<WorkYear>`
    select year, off::text[] as off, worked::text[] as worked from work_year
    where year between ${Number(from.slice(0, 4))}::int and ${Number(until.slice(0, 4))}::int`.execute(tx);
  return rows;
}
