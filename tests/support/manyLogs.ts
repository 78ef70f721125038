import { sql } from 'kysely';
import { openDatabase } from '../../cloudfunctions/api/kernel/db';

export const EACH = 5;

/** Of every contact some logs, and of every post a year of days at the grass roots, with the numbers that follow from them. */
export async function fillLogs(ownerUrl: string): Promise<void> {
  const db = openDatabase(ownerUrl, { patient: true });
  const { kysely } = db;
  for (const table of ['contact_log_mark', 'meeting'])
    await sql`alter table ${sql.table(table)} disable trigger user`.execute(kysely);
  await sql`
    insert into contact_log (id, cadre_id, post_id, org_id, task, way, activity, day, late, text, text_state, youths,
      standing, met, written_at)
    select overlay(c.id::text placing lpad(to_hex(n), 4, '0') from 1 for 4)::uuid, c.cadre_id, c.post_id, c.org_id, 'help',
      'faceToFace', false, current_date - n * 9, false, '', 'shown', 1, 1, 0, now()
    from contact c, generate_series(1, ${EACH}::int) n`.execute(kysely);
  await sql`
    insert into contact_log_mark (log_id, contact_id, cadre_id, youth_id, day, counts)
    select overlay(c.id::text placing lpad(to_hex(n), 4, '0') from 1 for 4)::uuid, c.id, c.cadre_id, c.youth_id,
      current_date - n * 9, true
    from contact c, generate_series(1, ${EACH}::int) n`.execute(kysely);
  await sql`insert into voice_day select post_id, day, count(*), 0 from contact_log group by 1, 2`.execute(kysely);
  await sql`
    insert into flow select post_id, date_trunc('quarter', day), org_id, count(*), 1, 0, 0, 0 from contact_log
    group by 1, 2, 3`.execute(kysely);
  await sql`
    insert into meeting (cadre_id, youth_id, day, scanned_by, at)
    select distinct cadre_id, youth_id, current_date - 400, 'cadre', now() from contact`.execute(kysely);
  await sql`
    insert into log_dispute (id, log_id, raised_at, settled_at, outcome)
    select gen_random_uuid(), id, now(), now(), 'stands' from contact_log where random() < 0.1`.execute(kysely);
  await sql`
    insert into grassroots_day (post_id, cadre_id, org_id, day, confirmed, unconfirmed)
    select p.id, p.person_id, p.org_id, current_date - n * 7, 1, 0 from post p, generate_series(1, 50) n`.execute(
    kysely,
  );
  await sql`analyze log_dispute, meeting, contact_log, contact_log_mark, voice_day, flow, grassroots_day`.execute(
    kysely,
  );
  await db.end();
}
