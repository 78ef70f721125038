import type { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Writing } from './writing';

/** Plain tables: no policies, no triggers, no foreign keys, and of the indexes only those that the rule needs. */
export async function copyBareLogs(pool: Pool): Promise<void> {
  await pool.query(`
    create schema bare;
    create table bare.contact as select * from public.contact;
    alter table bare.contact add primary key (id);
    create table bare.post as select * from public.post;
    alter table bare.post add primary key (id);
    create index on bare.post (person_id, from_day);
    create table bare.contact_log as select * from public.contact_log where false;
    alter table bare.contact_log add primary key (id);
    create index on bare.contact_log (cadre_id, day, id);
    create table bare.contact_log_mark as select * from public.contact_log_mark where false;
    alter table bare.contact_log_mark add primary key (log_id, contact_id);
    create index on bare.contact_log_mark (youth_id, day, log_id);
    create table bare.voice_day as select * from public.voice_day;
    alter table bare.voice_day add primary key (post_id, day);
    create table bare.flow as select * from public.flow;
    alter table bare.flow add primary key (post_id, quarter);`);
  await pool.query('vacuum analyze bare.contact, bare.post, bare.voice_day, bare.flow');
}

/** D2.3, D2.5 as bare SQL: the contact taken, the post of the day, the log with its youth, the day and the quarter. */
export async function writeBare(pool: Pool, { cadreId, contactId, day }: Writing): Promise<void> {
  const client = await pool.connect();
  const id = uuidv7();
  try {
    await client.query('begin');
    const held = await client.query<{ youth_id: string }>(
      'select youth_id from bare.contact where id = $1 and cadre_id = $2 and ended_at is null for share',
      [contactId, cadreId],
    );
    const post = await client.query<{ id: string; org_id: number }>(
      `select id, org_id from bare.post
       where person_id = $1 and from_day <= $2 and (until_day is null or $2 < until_day) for share`,
      [cadreId, day],
    );
    const [of] = post.rows;
    const [youth] = held.rows;
    if (!of || !youth) throw new Error('nobody is in that post, or holds that contact');
    await client.query(
      `insert into bare.contact_log (id, cadre_id, post_id, org_id, task, way, activity, day, late, text, text_state,
         youths, standing, met, written_at)
       values ($1, $2, $3, $4, 'listening', 'online', false, $5, false, '', 'shown', 1, 1, 0, $6)`,
      [id, cadreId, of.id, of.org_id, day, new Date()],
    );
    await client.query(
      `insert into bare.contact_log_mark (log_id, contact_id, cadre_id, youth_id, day, counts, state, hid_text)
       values ($1, $2, $3, $4, $5, true, 'unanswered', false)`,
      [id, contactId, cadreId, youth.youth_id, day],
    );
    const wasSilent = await client.query<{ silent: boolean }>(
      `insert into bare.voice_day (post_id, day, on_time, late) values ($1, $2, 1, 0)
       on conflict (post_id, day) do update set on_time = voice_day.on_time + 1 returning on_time = 1 as silent`,
      [of.id, day],
    );
    await client.query(
      `insert into bare.flow (post_id, quarter, org_id, logs, days_on_time, days_late, met, activities)
       values ($1, date_trunc('quarter', $2::date), $3, 1, 1, 0, 0, 0)
       on conflict (post_id, quarter) do update set logs = flow.logs + 1, days_on_time = flow.days_on_time + $4`,
      [of.id, day, of.org_id, Number(wasSilent.rows[0]?.silent)],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
