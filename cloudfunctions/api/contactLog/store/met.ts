import { sql } from 'kysely';
import type { CodeKind } from '../../../../types/words';
import { codeHash, type PersonCode } from '../../kernel/codes';
import type { Tx } from '../../kernel/db';
import { maySee, type Holder } from '../../kernel/holding';

/** Whose code it is; null for one that nobody has, or that was renewed. */
export async function ownerOf(tx: Tx, { kind, body }: PersonCode): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select code_person(${kind}, ${codeHash(body)}) as id`.execute(tx);
  return rows[0]?.id ?? null;
}

export interface TwoPeople {
  cadreId: string;
  youthId: string;
}

/** Until this transaction ends, neither of them closes the account. */
export const keepBoth = (tx: Tx, { cadreId, youthId }: TwoPeople) =>
  sql`select people_stay(array[${cadreId}, ${youthId}]::uuid[])`.execute(tx);

/** The contact of these two while it lasts; D9.3 to a cadre (the holder), that of a minor only when approved. */
const between = ({ cadreId, youthId }: TwoPeople, holder: Holder | null) => sql`
  from contact c join youth y on y.person_id = c.youth_id
  where c.cadre_id = ${cadreId} and c.youth_id = ${youthId} and c.ended_at is null
    and ${holder ? maySee(holder) : sql`true`}`;

/** False where these two are not in contact; else, who writes about it waits until this transaction ends. */
export async function lockBetween(tx: Tx, two: TwoPeople, holder: Holder | null): Promise<boolean> {
  const { rows } = await sql`select c.id ${between(two, holder)} for no key update of c`.execute(tx);
  return rows.length > 0;
}

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
export async function metOn(tx: Tx, two: TwoPeople, holder: Holder | null, day: string): Promise<Met | null> {
  const { rows } = await sql<Met>`
    select met."contactId", p.name, (
      select count(*)::int from contact_log_mark m
      where m.contact_id = met."contactId" and m.day = ${day} and m.proof = 'code'
    ) as logs
    from (select c.id as "contactId" ${between(two, holder)}) met
    join person p on p.id = ${holder ? two.youthId : two.cadreId}`.execute(tx);
  return rows[0] ?? null;
}
