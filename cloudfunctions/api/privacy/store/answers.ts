import { sql } from 'kysely';
import type { Correction } from '../../../../types/words';
import type { Tx } from '../../kernel/db';

export interface Waiting {
  id: string;
  kind: Correction | 'concern';
  askedAt: Date;
  dueOn: string;
}

/** What waits for the actor's answer, the soonest due first. Whose it may be says row-level security. */
export async function waiting(
  tx: Tx,
  actorId: string,
  after: { dueOn: string; id: string } | null,
  limit: number,
): Promise<Waiting[]> {
  const rest = sql`answered_at is null and dropped_at is null and youth_id <> ${actorId}
    and (${after === null} or (due_on, id) > (${after?.dueOn ?? null}::date, ${after?.id ?? null}::uuid))
    order by due_on, id limit ${limit}`;
  const { rows } = await sql<Waiting>`
    (select id, kind, asked_at as "askedAt", due_on as "dueOn" from correction where ${rest})
    union all
    (select id, 'concern', asked_at, due_on from concern where ${rest})
    order by "dueOn", id limit ${limit}`.execute(tx);
  return rows;
}

export async function waitingCorrection(tx: Tx, actorId: string, id: string) {
  const row = await tx
    .selectFrom('correction as c')
    .innerJoin('person as p', 'p.id', 'c.youth_id')
    .select(['c.youth_id as youthId', 'p.name', 'c.was', 'c.wish', 'c.asked_at as askedAt', 'c.due_on as dueOn'])
    .select(sql<Correction>`c.kind`.as('kind'))
    .where('c.id', '=', id)
    .where('c.youth_id', '<>', actorId)
    .where('c.answered_at', 'is', null)
    .where('c.dropped_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function waitingConcern(tx: Tx, actorId: string, id: string) {
  const row = await tx
    .selectFrom('concern as c')
    .innerJoin('person as y', 'y.id', 'c.youth_id')
    .leftJoin('person as p', 'p.id', 'c.cadre_id')
    .leftJoin('current_post as post', 'post.person_id', 'c.cadre_id')
    .select(['c.youth_id as youthId', 'y.name', 'c.sealed', 'c.asked_at as askedAt', 'c.due_on as dueOn'])
    .select(['p.name as cadre', 'post.org_short_name as orgName', 'post.title'])
    .where('c.id', '=', id)
    .where('c.youth_id', '<>', actorId)
    .where('c.answered_at', 'is', null)
    .where('c.dropped_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** What a correction asks for, in whatever state; null when it is none of the actor's. */
export const correctionAsked = (tx: Tx, id: string) =>
  tx.selectFrom('correction').select(['kind', 'wish']).where('id', '=', id).executeTakeFirst();

export interface CorrectionAnswer {
  id: string;
  /** Null approves. */
  refusal: string | null;
  /** Of a name: what it is searched by. */
  search: string | null;
  /** Of a month of birth: until when the contacts count. */
  countsUntil: string | null;
}

/** True when this is the answer, false when there was one before, null when there is nothing to answer. */
export async function answerCorrection(tx: Tx, answer: CorrectionAnswer, now: Date): Promise<boolean | null> {
  const { id, refusal, search, countsUntil } = answer;
  const { rows } = await sql<{ answered: boolean | null }>`
    select answer_correction(${id}, ${refusal === null}, ${refusal}, ${search}, ${countsUntil}, ${now}) as answered`.execute(
    tx,
  );
  return rows[0]?.answered ?? null;
}

export async function answerConcern(tx: Tx, id: string, sealed: string, now: Date): Promise<boolean | null> {
  const { rows } = await sql<{ answered: boolean | null }>`
    select answer_concern(${id}, ${sealed}, ${now}) as answered`.execute(tx);
  return rows[0]?.answered ?? null;
}
