import { sql } from 'kysely';
import type { Correction } from '../../../../types/words';
import type { Tx } from '../../kernel/db';

/** A correction or a concern as its youth sees it; the texts of a concern are sealed. */
export interface AskedRow {
  id: string;
  kind: Correction | 'concern';
  askedAt: Date;
  dueOn: string;
  answeredAt: Date | null;
  droppedAt: Date | null;
  approved: boolean | null;
  text: string;
  answer: string | null;
  about: string | null;
}

const correction = sql`
  select id, kind, asked_at as "askedAt", due_on as "dueOn", answered_at as "answeredAt", dropped_at as "droppedAt",
    approved, wish as text, answer, null as about
  from correction`;

const concern = sql`
  select c.id, 'concern' as kind, asked_at as "askedAt", due_on as "dueOn", answered_at as "answeredAt",
    dropped_at as "droppedAt", null::boolean as approved, sealed as text, sealed_answer as answer, p.name as about
  from concern c left join person p on p.id = c.cadre_id`;

/** What a youth has asked for and told, the latest first. */
export async function askedBy(tx: Tx, youthId: string, limit: number): Promise<AskedRow[]> {
  const { rows } = await sql<AskedRow>`
    (${correction} where youth_id = ${youthId} order by id desc limit ${limit})
    union all
    (${concern} where youth_id = ${youthId} order by c.id desc limit ${limit})
    order by "askedAt" desc, id desc limit ${limit}`.execute(tx);
  return rows;
}

export async function oneAsked(tx: Tx, youthId: string, id: string): Promise<AskedRow | null> {
  const { rows } = await sql<AskedRow>`
    ${correction} where youth_id = ${youthId} and id = ${id}
    union all
    ${concern} where youth_id = ${youthId} and c.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export async function correctionsAfter(tx: Tx, youthId: string, after: string | null, limit: number) {
  const { rows } = await sql<AskedRow>`
    ${correction} where youth_id = ${youthId} and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${limit}`.execute(tx);
  return rows;
}

export async function concernsAfter(tx: Tx, youthId: string, after: string | null, limit: number) {
  const { rows } = await sql<AskedRow>`
    ${concern} where youth_id = ${youthId} and (${after}::uuid is null or c.id > ${after}::uuid)
    order by c.id limit ${limit}`.execute(tx);
  return rows;
}

export interface NewAsked {
  id: string;
  youthId: string;
  dueOn: string;
}

export interface NewCorrection extends NewAsked {
  kind: Correction;
  was: string;
  wish: string;
}

export const addCorrection = (tx: Tx, { id, youthId, dueOn, kind, was, wish }: NewCorrection, now: Date) =>
  tx
    .insertInto('correction')
    .values({ id, youth_id: youthId, kind, was, wish, asked_at: now, due_on: dueOn })
    .execute();

/** Until when the one of a kind that waits is answered; null when none waits. */
export async function openUntil(tx: Tx, youthId: string, kind: Correction): Promise<string | null> {
  const row = await tx
    .selectFrom('correction')
    .select('due_on')
    .where('youth_id', '=', youthId)
    .where('kind', '=', kind)
    .where('answered_at', 'is', null)
    .where('dropped_at', 'is', null)
    .executeTakeFirst();
  return row?.due_on ?? null;
}

export const ownContact = (tx: Tx, youthId: string, contactId: string) =>
  tx
    .selectFrom('contact')
    .select(['cadre_id as cadreId', 'ended_at as endedAt'])
    .select(sql<number | null>`concern_org(id)`.as('orgId'))
    .where('id', '=', contactId)
    .where('youth_id', '=', youthId)
    .executeTakeFirst();

/** How many concerns a youth has reported since a moment, dropped ones too. */
export async function concernsSince(tx: Tx, youthId: string, since: Date): Promise<number> {
  const row = await tx
    .selectFrom('concern')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('n'))
    .where('youth_id', '=', youthId)
    .where('asked_at', '>=', since)
    .executeTakeFirstOrThrow();
  return row.n;
}

export interface NewConcern extends NewAsked {
  contactId: string;
  cadreId: string;
  orgId: number;
  sealed: string;
}

export const addConcern = (tx: Tx, concern: NewConcern, now: Date) =>
  tx
    .insertInto('concern')
    .values({
      id: concern.id,
      youth_id: concern.youthId,
      contact_id: concern.contactId,
      cadre_id: concern.cadreId,
      org_id: concern.orgId,
      sealed: concern.sealed,
      asked_at: now,
      due_on: concern.dueOn,
    })
    .execute();

/** D9.9 Ends the contact with the cadre, if there is one, and blocks being added again. */
export const leaveAndBlock = (tx: Tx, { youthId, cadreId }: { youthId: string; cadreId: string }, now: Date) =>
  Promise.all([
    tx
      .updateTable('contact')
      .set({ ended_at: now, ended_by: 'left' })
      .where('youth_id', '=', youthId)
      .where('cadre_id', '=', cadreId)
      .where('ended_at', 'is', null)
      .execute(),
    tx
      .insertInto('block')
      .values({ youth_id: youthId, cadre_id: cadreId, created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  ]);
