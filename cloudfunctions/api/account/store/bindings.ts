import { sql } from 'kysely';
import type { Field } from '../../../../types/words';
import type { Tx } from '../../kernel/db';
import type { WxAccount } from '../../kernel/sessions';

export const orgExists = async (tx: Tx, orgId: number): Promise<boolean> =>
  (await tx.selectFrom('org').select('id').where('id', '=', orgId).executeTakeFirst()) !== undefined;

export interface NewBinding {
  id: string;
  accountKey: string;
  sealedAccount: string;
  name: string;
  /** The first day of the month of birth. */
  birthMonth: string | null;
  note: string | null;
  noticeVersion: number;
  orgId: number;
  askedAt: Date;
  dueOn: string;
}

/** False when this account waits for an answer already. */
export async function addBinding(tx: Tx, binding: NewBinding): Promise<boolean> {
  const added = await tx
    .insertInto('binding')
    .values({
      id: binding.id,
      account_key: binding.accountKey,
      sealed_account: binding.sealedAccount,
      name: binding.name,
      birth_month: binding.birthMonth,
      note: binding.note,
      notice_version: binding.noticeVersion,
      org_id: binding.orgId,
      asked_at: binding.askedAt,
      due_on: binding.dueOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows) === 1;
}

/** False when nothing of this account waits. */
export async function takeBack(tx: Tx, accountKey: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('binding')
    .where('account_key', '=', accountKey)
    .where('answer', 'is', null)
    .executeTakeFirst();
  return Number(gone.numDeletedRows) === 1;
}

/** The last asking of an account. */
export const lastBinding = (tx: Tx, accountKey: string) =>
  tx
    .selectFrom('binding as b')
    .innerJoin('org as o', 'o.id', 'b.org_id')
    .select(['b.answer', 'b.reason', 'b.asked_at as askedAt', 'b.due_on as dueOn', 'o.short_name as orgName'])
    .where('b.account_key', '=', accountKey)
    .orderBy('b.asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();

/** What waits for the actor's answer, the oldest first. The cursor carries microseconds, which a Date would lose. */
export const openBindings = (tx: Tx, after: { askedAt: string; id: string } | null, limit: number) => {
  let query = tx
    .selectFrom('binding as b')
    .innerJoin('org as o', 'o.id', 'b.org_id')
    .select(['b.id', 'b.name', 'b.birth_month as birthMonth', 'b.note', 'b.asked_at as askedAt', 'b.due_on as dueOn'])
    .select([
      'o.short_name as orgName',
      sql<string>`to_char(b.asked_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('cursorAt'),
    ])
    .where('b.answer', 'is', null);
  if (after) query = query.where(sql<boolean>`(b.asked_at, b.id) > (${after.askedAt}::timestamptz, ${after.id}::uuid)`);
  return query.orderBy('b.asked_at').orderBy('b.id').limit(limit).execute();
};

/** An asking that the actor may answer, whether it has been or not. */
const oneBinding = (tx: Tx, id: string) =>
  tx.selectFrom('binding').select(['answer', 'sealed_account as sealedAccount']).where('id', '=', id);

export const binding = (tx: Tx, id: string) => oneBinding(tx, id).executeTakeFirst();

/** The same under its lock: of two administrators at once, the second sees the answer of the first. */
export const lockBinding = (tx: Tx, id: string) => oneBinding(tx, id).forNoKeyUpdate().executeTakeFirst();

export interface Candidate {
  personId: string;
  post: { orgName: string; title: string } | null;
  youth: { field: Field; unit: string | null } | null;
  holder: { name: string; orgName: string } | null;
  bornAsSaid: boolean | null;
}

/** C7 Whom an open asking may mean, by the judgement of the database. */
export async function candidatesOf(tx: Tx, bindingId: string): Promise<Candidate[]> {
  const { rows } = await sql<{ facts: string[] }>`select binding_candidates(${bindingId}) as facts`.execute(tx);
  return (rows[0]?.facts ?? []).map((facts) => JSON.parse(facts) as Candidate);
}

/** C7 False when the account is somebody's by now. */
export async function rebind(
  tx: Tx,
  bindingId: string,
  personId: string,
  { appId, openid }: WxAccount,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select account_rebind(${bindingId}, ${personId}, ${appId}, ${openid}, ${now}) as done`.execute(tx);
  return rows[0]?.done ?? false;
}

interface Answer {
  answer: 'approved' | 'refused';
  by: string;
  reason: string | null;
  personId: string | null;
}

/** D9.6 Answered, it no longer knows what the asker said. */
export const answerBinding = (tx: Tx, id: string, { answer, by, reason, personId }: Answer, now: Date) =>
  tx
    .updateTable('binding')
    .set({ answer, answered_by: by, answered_at: now, reason, person_id: personId })
    .set({ sealed_account: null, name: null, birth_month: null, note: null })
    .where('id', '=', id)
    .execute();
