import { sql } from 'kysely';
import type { Look } from '../../../types/words';
import type { Tx } from '../kernel/db';

export const addConsent = (tx: Tx, personId: string, version: number, now: Date) =>
  tx
    .insertInto('consent')
    .values({ person_id: personId, version, agreed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const consentsOf = (tx: Tx, personId: string) =>
  tx
    .selectFrom('consent')
    .select(['version', 'agreed_at as at'])
    .where('person_id', '=', personId)
    .orderBy('version', 'desc')
    .execute();

export const registeredAt = async (tx: Tx, personId: string): Promise<Date> => {
  const row = await tx
    .selectFrom('youth')
    .select('registered_at')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return row.registered_at;
};

/** D9.4 Who looked at this person since a moment, the latest first; several looks of a day are shown as one. */
export async function looksAt(tx: Tx, personId: string, since: Date, limit: number) {
  const { rows } = await sql<{
    at: Date;
    who: string;
    capacity: string;
    look: Look;
    reason: string | null;
    times: number;
  }>`
    select max(at) as at, viewer_name as who, capacity, look, reason, count(*)::int as times from access_log
    where subject_id = ${personId} and at >= ${since}
    group by viewer_id, viewer_name, capacity, look, reason, (at at time zone 'Asia/Shanghai')::date
    order by 1 desc
    limit ${limit}`.execute(tx);
  return rows;
}

export const blockedBy = (tx: Tx, personId: string) =>
  tx
    .selectFrom('block as b')
    .innerJoin('person as p', 'p.id', 'b.cadre_id')
    .select(['b.cadre_id as cadreId', 'p.name'])
    .where('b.youth_id', '=', personId)
    .orderBy('b.created_at', 'desc')
    .execute();
