import { sql } from 'kysely';
import type { LogTask, LogWay, MarkState } from '../../../../types/words';
import type { Tx } from '../../kernel/db';
import { maySee, type Holder } from '../../kernel/holding';
import type { Logged } from '../rules/writing';
import type { Checked } from '../texts';
import { waitsNoLonger } from './told';

/** The cadre, and whom a log is about: until this transaction ends, none of them closes the account. */
export const keepPeopleOf = (tx: Tx, cadreId: string, logId: string) =>
  sql`select people_stay(${cadreId}::uuid || array(select youth_id from contact_log_mark where log_id = ${logId}))`.execute(
    tx,
  );

/**
 * The contacts of these that are the cadre's and may be seen (D9.3), also ended ones. Until this transaction ends, none
 * of them ends.
 */
export async function lockContacts(tx: Tx, holder: Holder, contactIds: string[]) {
  const { rows } = await sql<Logged>`
    select c.started_at as "startedAt", c.ended_at as "endedAt"
    from contact c left join youth y on y.person_id = c.youth_id
    where c.id = any(${contactIds}::uuid[]) and c.cadre_id = ${holder.cadreId}
      and (c.ended_at is not null or ${maySee(holder)})
    order by c.post_id, c.id
    for share of c`.execute(tx);
  return rows;
}

export interface PostOfDay {
  id: string;
  orgId: number;
}

/**
 * The cadre's own post of a day; null when there was none. Until this transaction ends, the post does not end, and neither
 * the cadre nor anybody of these contacts closes the account.
 */
export async function postOfDay(tx: Tx, day: string, contactIds: string[]): Promise<PostOfDay | null> {
  const { rows } = await sql<PostOfDay>`
    select post_id as id, org_id as "orgId" from log_begins(${contactIds}, ${day}) where post_id is not null`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** What a log says. */
export interface LogWords {
  post: PostOfDay;
  task: LogTask;
  way: LogWay;
  activity: boolean;
  day: string;
  late: boolean;
  text: Checked;
  youths: number;
}

const columnsOf = ({ post, text: { text, state, id }, ...words }: LogWords) => ({
  ...words,
  post_id: post.id,
  org_id: post.orgId,
  text,
  text_state: state,
  text_id: id,
});

export const changeLog = (tx: Tx, id: string, words: LogWords, now: Date) =>
  tx
    .updateTable('contact_log')
    .set({ ...columnsOf(words), changed_at: now })
    .where('id', '=', id)
    .execute();

/** D1.3 Who is over 35 on the day is named and does not count; D2.3 a meeting by code that day proves itself. */
const marks = (logId: string, { day, way }: LogWords, contactIds: string[], hidBy: string[] = []) => sql`
  insert into contact_log_mark (log_id, contact_id, cadre_id, youth_id, day, counts, proof, hid_text)
  select ${logId}::uuid, c.id, c.cadre_id, c.youth_id, ${day}, ${day} < c.counts_until,
    case when ${way} = 'faceToFace' then (
      select 'code' from meeting m where m.cadre_id = c.cadre_id and m.youth_id = c.youth_id and m.day = ${day}
    ) end,
    c.id = any(${hidBy}::uuid[])
  from contact c where c.id = any(${contactIds}::uuid[])`;

/** A log and whom it is about. */
export function addLog(tx: Tx, id: string, cadreId: string, words: LogWords, contactIds: string[], now: Date) {
  const log = tx.insertInto('contact_log').values({ id, cadre_id: cadreId, written_at: now, ...columnsOf(words) });
  return sql`with log as (${log}) ${marks(id, words, contactIds)}`.execute(tx);
}

export const addMarks = (tx: Tx, logId: string, words: LogWords, contactIds: string[], hidBy: string[]) =>
  marks(logId, words, contactIds, hidBy).execute(tx);

export const clearMarks = (tx: Tx, logId: string) =>
  tx.deleteFrom('contact_log_mark').where('log_id', '=', logId).execute();

/** Keeps what a log says until now. */
export const keepVersion = (tx: Tx, logId: string, now: Date) =>
  sql`
    insert into contact_log_version (log_id, until_at, task, way, activity, day, text, text_state, contact_ids)
    select id, ${now}, task, way, activity, day, text, text_state,
      array(select contact_id from contact_log_mark where log_id = id order by contact_id)
    from contact_log where id = ${logId}`.execute(tx);

/** From now on it has never been; what it said is kept for a while, and with its youths a dispute is settled. */
export const deleteLog = (tx: Tx, logId: string, now: Date) =>
  Promise.all([
    tx
      .updateTable('log_dispute')
      .set({ settled_at: now, outcome: 'struck', ...waitsNoLonger })
      .where('log_id', '=', logId)
      .where('settled_at', 'is', null)
      .execute(),
    tx.updateTable('contact_log').set({ text: '', deleted_at: now }).where('id', '=', logId).execute(),
  ]);

/** Takes a log of the actor's, or about the actor: false when there is none. */
export async function lockLog(tx: Tx, logId: string): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select log_lock(${logId}) as mine`.execute(tx);
  return rows[0]?.mine ?? false;
}

interface Changeable extends Checked {
  writtenAt: Date;
  youths: number;
  hidText: boolean;
  states: MarkState[];
  hidBy: string[];
}

/** A cadre's own log as far as changing it needs. */
export async function changeable(tx: Tx, cadreId: string, logId: string) {
  const { rows } = await sql<Changeable>`
    select l.written_at as "writtenAt", l.youths, l.hid_text as "hidText", l.text, l.text_state as state, l.text_id as id,
      array_agg(m.state) as states,
      coalesce(array_agg(m.contact_id) filter (where m.hid_text), '{}') as "hidBy"
    from contact_log l join contact_log_mark m on m.log_id = l.id
    where l.id = ${logId} and l.cadre_id = ${cadreId} and l.deleted_at is null
    group by l.id`.execute(tx);
  return rows[0] ?? null;
}

/** What is said of one contact in a cadre's own log, and what the cadre has answered already. */
export async function markOfOwn(tx: Tx, cadreId: string, logId: string, contactId: string) {
  const { rows } = await sql<{ state: MarkState; disputeId: string | null; was: Checked<string | null> }>`
    select m.state, m.dispute_id as "disputeId",
      json_build_object('text', d.answer, 'state', d.answer_state, 'id', d.answer_id) as was
    from contact_log_mark m left join log_dispute d on d.id = m.dispute_id
    where m.log_id = ${logId} and m.contact_id = ${contactId} and m.cadre_id = ${cadreId}`.execute(tx);
  return rows[0];
}

interface Disputed {
  logId: string;
  contactId: string;
  disputeId: string | null;
}

/** With a line the cadre stands by it; without, the youth is struck from the log. */
export const answerDispute = (tx: Tx, { logId, contactId, disputeId }: Disputed, answer: Checked | null, now: Date) =>
  Promise.all([
    tx
      .updateTable('log_dispute')
      .set(
        answer
          ? { answer: answer.text, answer_state: answer.state, answer_id: answer.id, answered_at: now }
          : { settled_at: now, outcome: 'struck', ...waitsNoLonger },
      )
      .where('id', '=', disputeId)
      .execute(),
    tx
      .updateTable('contact_log_mark')
      .set({ state: answer ? 'answered' : 'struck' })
      .where('log_id', '=', logId)
      .where('contact_id', '=', contactId)
      .execute(),
  ]);
