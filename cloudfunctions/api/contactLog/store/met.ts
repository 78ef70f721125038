import { sql } from 'kysely';
import type { CodeKind } from '../../../../types/words';
import { codeHash, type Code } from '../../kernel/codes';
import type { Tx } from '../../kernel/db';

/** Whose code it is; null for one that nobody has, or that was renewed. */
export async function ownerOf(tx: Tx, { kind, body }: Code): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select code_person(${kind}, ${codeHash(body)}) as id`.execute(tx);
  return rows[0]?.id ?? null;
}

export interface TwoPeople {
  cadreId: string;
  youthId: string;
}

/** The contact of these two, if they are in contact; who writes about it waits until this transaction ends. */
export const lockBetween = (tx: Tx, { cadreId, youthId }: TwoPeople) =>
  tx
    .selectFrom('contact')
    .select('id')
    .where('cadre_id', '=', cadreId)
    .where('youth_id', '=', youthId)
    .where('ended_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();

/** Once for a day, however often they scan; the logs of that meeting are proved with it. */
export const addMeeting = (tx: Tx, { cadreId, youthId }: TwoPeople, day: string, codeOf: CodeKind, now: Date) =>
  tx
    .insertInto('meeting')
    .values({ cadre_id: cadreId, youth_id: youthId, day, scanned_by: codeOf === 'youth' ? 'cadre' : 'youth', at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export interface Met {
  contactId: string;
  name: string;
  logs: number;
}

/** What one of the two sees of a meeting: the other's name, and how many logs of that day it proves. */
export async function metOn(
  tx: Tx,
  actorId: string,
  { cadreId, youthId }: TwoPeople,
  day: string,
): Promise<Met | null> {
  const { rows } = await sql<Met>`
    select c.id as "contactId", p.name, (
      select count(*)::int from contact_log_mark m where m.contact_id = c.id and m.day = ${day} and m.proof = 'code'
    ) as logs
    from contact c
    join person p on p.id = ${actorId === cadreId ? youthId : cadreId}
    where c.cadre_id = ${cadreId} and c.youth_id = ${youthId} and c.ended_at is null`.execute(tx);
  return rows[0] ?? null;
}
