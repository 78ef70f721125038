import { sql } from 'kysely';
import type { Look } from '../../../../types/words';
import type { Tx } from '../../kernel/db';

/** Agreed again after a withdrawal, it is another consent. */
export const addConsent = (tx: Tx, personId: string, version: number, now: Date) =>
  tx
    .insertInto('consent')
    .values({ person_id: personId, version, agreed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const consentsOf = (tx: Tx, personId: string) =>
  tx
    .selectFrom('consent')
    .select(['version', 'agreed_at as at', 'withdrawn_at as withdrawnAt'])
    .where('person_id', '=', personId)
    .orderBy('agreed_at', 'desc')
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

/**
 * D9.4 Who looked at this person since a moment, the latest first; several looks of a day are shown as one. D9.5 Who has
 * closed the account is not named.
 */
export async function looksAt(tx: Tx, personId: string, since: Date, limit: number) {
  const { rows } = await sql<{
    at: Date;
    who: string | null;
    capacity: string;
    look: Look;
    reason: string | null;
    times: number;
  }>`
    select at, look, reason, times,
      case when person_gone(viewer_id) then null else viewer_name end as who,
      case when person_gone(viewer_id) then '' else capacity end as capacity
    from (
      select max(at) as at, viewer_id, viewer_name, capacity, look, reason, count(*)::int as times from access_log
      where subject_id = ${personId} and at >= ${since}
      group by viewer_id, viewer_name, capacity, look, reason, (at at time zone 'Asia/Shanghai')::date
      order by 1 desc
      limit ${limit}
    ) as looks
    order by at desc`.execute(tx);
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

/** Who held a youth until lately, the last first. */
export const pastHolders = (tx: Tx, youthId: string, since: Date, limit: number) =>
  tx
    .selectFrom('contact as c')
    .innerJoin('person as p', 'p.id', 'c.cadre_id')
    .select(['c.id as contactId', 'p.name', 'c.started_at as startedAt', 'c.ended_at as endedAt'])
    .where('c.youth_id', '=', youthId)
    .where('c.ended_at', '>=', since)
    .orderBy('c.ended_at', 'desc')
    .limit(limit)
    .execute();
