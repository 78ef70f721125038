import { sql } from 'kysely';
import type { Post } from '../../kernel/actor';
import type { Span } from '../../kernel/calendar';
import type { Tx } from '../../kernel/db';
import type { LeaveState } from '../../../../types/words';

interface NewLeave extends Span {
  id: string;
  cadreId: string;
  post: Post;
  at: Date;
}

/** False when some of these days are asked for or approved already; of two at once, the second waits for the first. */
export async function addLeave(tx: Tx, { id, cadreId, post, from, until, at }: NewLeave): Promise<boolean> {
  const added = await tx
    .insertInto('leave')
    .values({
      id,
      cadre_id: cadreId,
      post_id: post.id,
      org_id: post.orgId,
      from_day: from,
      until_day: until,
      asked_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows) === 1;
}

/** The first that holds some of these days. */
export const leaveOn = (tx: Tx, cadreId: string, { from, until }: Span) =>
  tx
    .selectFrom('leave')
    .select(['from_day as from', 'until_day as until'])
    .where('cadre_id', '=', cadreId)
    .where('state', 'in', ['asked', 'approved'])
    .where('from_day', '<=', until)
    .where('until_day', '>=', from)
    .orderBy('from_day')
    .limit(1)
    .executeTakeFirst();

export async function hasLeave(tx: Tx, cadreId: string, id: string): Promise<boolean> {
  const query = tx.selectFrom('leave').select('id').where('id', '=', id).where('cadre_id', '=', cadreId);
  return (await query.executeTakeFirst()) !== undefined;
}

/** False when it is over: refused, or cancelled already. */
export async function cancelLeave(tx: Tx, cadreId: string, id: string, at: Date): Promise<boolean> {
  const cancelled = await tx
    .updateTable('leave')
    .set({ state: 'cancelled', cancelled_at: at })
    .where('id', '=', id)
    .where('cadre_id', '=', cadreId)
    .where('state', 'in', ['asked', 'approved'])
    .executeTakeFirst();
  return Number(cancelled.numUpdatedRows) === 1;
}

export interface LeaveRow extends Span {
  leaveId: string;
  state: LeaveState;
  askedAt: Date;
}

export async function leavesOf(tx: Tx, cadreId: string, before: string | null, limit: number) {
  const { rows } = await sql<LeaveRow & { reason: string | null; answeredAt: Date | null }>`
    select id as "leaveId", from_day as "from", until_day as until, state, asked_at as "askedAt", reason,
      answered_at as "answeredAt"
    from leave where cadre_id = ${cadreId} and (${before}::uuid is null or id < ${before}::uuid)
    order by id desc limit ${limit}`.execute(tx);
  return rows;
}

interface Asked {
  orgId: number;
  /** Whose own leave others answer. */
  except: string;
}

/** Those that wait in an organisation and below it, the oldest first; of who has closed the account none (D9.5). */
export async function leavesAsked(tx: Tx, { orgId, except }: Asked, after: string | null, limit: number) {
  const { rows } = await sql<LeaveRow & { cadreName: string; orgName: string }>`
    select l.id as "leaveId", l.from_day as "from", l.until_day as until, l.state, l.asked_at as "askedAt",
      p.name as "cadreName", o.short_name as "orgName"
    from leave l join org o on o.id = l.org_id join person p on p.id = l.cadre_id
    where l.state = 'asked' and l.cadre_id <> ${except} and o.path like (select path from org where id = ${orgId}) || '%'
      and (${after}::uuid is null or l.id > ${after}::uuid)
    order by l.id limit ${limit}`.execute(tx);
  return rows;
}

/** Whose leave it is, where the actor administers the organisation that it was asked of. */
export async function leaveToAnswer(tx: Tx, id: string): Promise<{ cadreId: string } | null> {
  const { rows } = await sql<{ cadreId: string }>`
    select l.cadre_id as "cadreId" from leave l join person p on p.id = l.cadre_id
    where l.id = ${id} and app_manages(l.org_id)`.execute(tx);
  return rows[0] ?? null;
}

interface Answer {
  approved: boolean;
  reason: string | null;
  by: string;
  at: Date;
}

/** False when somebody was before: another who answered, or the cadre who took it back. */
export async function answerLeave(tx: Tx, id: string, { approved, reason, by, at }: Answer): Promise<boolean> {
  const answered = await tx
    .updateTable('leave')
    .set({ state: approved ? 'approved' : 'refused', reason, answered_by: by, answered_at: at })
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  return Number(answered.numUpdatedRows) === 1;
}
