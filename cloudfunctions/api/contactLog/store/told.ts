import { sql } from 'kysely';
import type { DisputeOutcome, MarkState, Proof, TextState } from '../../../../types/words';
import type { Tx } from '../../kernel/db';
import { logColumns, type LogRow } from './read';

/** A log as the youth sees it whom it is about. */
export type ToldRow = LogRow & {
  state: MarkState;
  proof: Proof | null;
  hidden: boolean;
  disputeId: string | null;
  answer: string | null;
  answerState: TextState | null;
  raisedAt: Date | null;
  cadre: string | null;
  orgName: string;
};

const told = sql`
  select ${logColumns}, m.state, m.proof, m.hid_text as hidden, m.dispute_id as "disputeId", d.answer,
    d.answer_state as "answerState", d.raised_at as "raisedAt", p.name as cadre, o.short_name as "orgName"
  from contact_log_mark m
  join contact_log l on l.id = m.log_id
  join org o on o.id = l.org_id
  left join person p on p.id = l.cadre_id
  left join log_dispute d on d.id = m.dispute_id`;

export async function aboutYouth(
  tx: Tx,
  youthId: string,
  after: { day: string; id: string } | null,
  limit: number,
): Promise<ToldRow[]> {
  const { day = null, id = null } = after ?? {};
  const { rows } = await sql<ToldRow>`${told}
    where m.youth_id = ${youthId} and (${day}::date is null or (m.day, m.log_id) < (${day}::date, ${id}::uuid))
    order by m.day desc, m.log_id desc limit ${limit}`.execute(tx);
  return rows;
}

export async function oneAbout(tx: Tx, youthId: string, logId: string): Promise<ToldRow | null> {
  const { rows } = await sql<ToldRow>`${told} where m.youth_id = ${youthId} and m.log_id = ${logId}`.execute(tx);
  return rows[0] ?? null;
}

const mark = (tx: Tx, youthId: string, logId: string) =>
  tx.updateTable('contact_log_mark').where('youth_id', '=', youthId).where('log_id', '=', logId);

export const say = (tx: Tx, youthId: string, logId: string, state: MarkState, proof: Proof | null) =>
  mark(tx, youthId, logId).set({ state, proof }).execute();

/** Who stands in it, the database reads from the log. */
export const raiseDispute = (tx: Tx, youthId: string, logId: string, disputeId: string, now: Date) =>
  Promise.all([
    sql`insert into log_dispute (id, log_id, raised_at) values (${disputeId}, ${logId}, ${now})`.execute(tx),
    mark(tx, youthId, logId).set({ state: 'disputed', dispute_id: disputeId }).execute(),
  ]);

/** An answer that nobody has read when the dispute is settled is read by nobody any more. */
export const waitsNoLonger = {
  answer_state: sql<TextState | null>`case when answer_state = 'waiting' then 'hidden' else answer_state end`,
  answer_id: sql<string | null>`case when answer_state <> 'waiting' then answer_id end`,
};

export const settleDispute = (tx: Tx, disputeId: string | null, outcome: DisputeOutcome, now: Date) =>
  tx
    .updateTable('log_dispute')
    .set({ settled_at: now, outcome, ...waitsNoLonger })
    .where('id', '=', disputeId)
    .execute();

export const hideText = (tx: Tx, logId: string) => sql`select hide_log_text(${logId})`.execute(tx);

/** D1.5 Whether the actor administers an organisation. */
export async function administers(tx: Tx, orgId: number): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select app_manages(${orgId}) as yes`.execute(tx);
  return rows[0]?.yes ?? false;
}

export interface DisputeRow {
  id: string;
  cadre: string | null;
  orgName: string;
  raisedAt: Date;
  answer: string | null;
  answerState: TextState | null;
  answeredAt: Date | null;
  settledAt: Date | null;
  outcome: DisputeOutcome | null;
}

/** The disputes of an organisation's own cadres, the latest first; D9.5 no answer to a youth who has left. */
export async function disputesOf(
  tx: Tx,
  orgId: number,
  after: { raisedAt: string; id: string } | null,
  limit: number,
): Promise<DisputeRow[]> {
  const { raisedAt = null, id = null } = after ?? {};
  const { rows } = await sql<DisputeRow>`
    select d.id, p.name as cadre, o.short_name as "orgName", d.raised_at as "raisedAt",
      case when dispute_lives(d.id) then d.answer end as answer, d.answer_state as "answerState", d.answered_at as "answeredAt", d.settled_at as "settledAt", d.outcome
    from log_dispute d join org o on o.id = d.org_id left join person p on p.id = d.cadre_id
    where d.org_id = ${orgId}
      and (${raisedAt}::timestamptz is null or (d.raised_at, d.id) < (${raisedAt}::timestamptz, ${id}::uuid))
    order by d.raised_at desc, d.id desc limit ${limit}`.execute(tx);
  return rows;
}
