import { randomBytes, randomUUID } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { MadeCadre, MadeYouth } from '../factory';
import type { World } from '../support/world';

type Moment = Date | RawBuilder<Date>;

/** People about whom rows are made. */
export interface About {
  cadre: MadeCadre;
  youth: MadeYouth;
}

/** Makes one row of a table whose period runs from a moment. */
export type Make = (world: World, about: About, since: Moment) => Promise<unknown>;

const msOf = (since: Moment) => sql`ceil(extract(epoch from ${since}::timestamptz) * 1000)::bigint`;

/** A log, deleted where a moment is given. */
async function aLog({ kysely }: World['db'], { cadre }: About, deletedAt: Moment | null = null): Promise<string> {
  const id = randomUUID();
  await sql`insert into contact_log (id, cadre_id, post_id, org_id, task, way, activity, day, late, text, text_state,
      youths, written_at, deleted_at)
    values (${id}, ${cadre.personId}, ${cadre.postId}, ${cadre.org.id}, 'help', 'phone', false, '2026-01-01', false, '',
      'shown', 1, now(), ${deletedAt})`.execute(kysely);
  return id;
}

/** How a row of each purged table comes to be as old as that. */
export const makers: Record<string, Make> = {
  rate_limit: ({ db }, _, since) =>
    sql`insert into rate_limit values (${randomUUID()}, 1, ${msOf(since)})`.execute(db.kysely),
  code_use: ({ db }, { cadre, youth }, since) =>
    sql`insert into code_use (scanner_id, person_id, step, used_at)
      values (${cadre.personId}, ${youth.personId}, ${randomBytes(5).readUIntBE(0, 5)}, ${since})`.execute(db.kysely),
  request: ({ db }, { youth }, since) =>
    sql`insert into request values (${`p:${youth.personId}`}, 'x', ${randomUUID()}, '', '{}', ${since})`.execute(
      db.kysely,
    ),
  session: ({ db }, { youth }, since) =>
    sql`insert into session (token_hash, person_id, created_at, expires_at, ended_at)
      values (${randomBytes(32)}, ${youth.personId}, ${since}, ${since}, null)`.execute(db.kysely),
  sign_in: ({ db }, _, since) =>
    sql`insert into sign_in (id, code_hash, secret_hash, device, asked_at, expires_at)
      values (${randomUUID()}, ${randomBytes(32)}, ${randomBytes(32)}, '', ${since}, ${since})`.execute(db.kysely),
  invitation: ({ db }, { cadre }, since) =>
    sql`insert into invitation (id, hash, kind, org_id, made_at, expires_at)
      values (${randomUUID()}, ${randomBytes(32)}, 'administrator', ${cadre.org.id}, ${since}, ${since})`.execute(
      db.kysely,
    ),
  application: ({ db }, { cadre, youth }, since) =>
    sql`insert into application (id, person_id, org_id, service, title, made_at, due_day, answer, answered_at)
      values (${randomUUID()}, ${youth.personId}, ${cadre.org.id}, 'partTime', '委员', ${since}, '2020-01-01', 'withdrawn',
        ${since})`.execute(db.kysely),
  binding: ({ db }, { cadre }, since) =>
    sql`insert into binding (id, account_key, org_id, asked_at, due_on, answer, answered_by, answered_at, reason)
      values (${randomUUID()}, 'a:x', ${cadre.org.id}, ${since}, '2020-01-01', 'refused', ${cadre.personId}, ${since},
        '不认识')`.execute(db.kysely),
  former_account: ({ db }, { cadre, youth }, since) =>
    sql`insert into former_account values ('wx', ${randomUUID()}, ${youth.personId}, ${since}, ${cadre.personId})`.execute(
      db.kysely,
    ),
  correction: ({ db }, { youth }, since) =>
    sql`insert into correction (id, youth_id, kind, was, wish, asked_at, due_on, dropped_at)
      values (${randomUUID()}, ${youth.personId}, 'name', 'a', 'b', ${since}, '2020-01-01', ${since})`.execute(
      db.kysely,
    ),
  concern: async ({ db, factory }, { cadre, youth }, since) => {
    const { contactId } = factory.aContact({ cadre, youth: factory.aYouth() });
    await factory.save();
    await sql`insert into concern (id, youth_id, contact_id, cadre_id, org_id, sealed, asked_at, due_on, dropped_at)
      values (${randomUUID()}, ${youth.personId}, ${contactId}, ${cadre.personId}, ${cadre.org.id}, 'x', ${since}, '2020-01-01',
        ${since})`.execute(db.kysely);
  },
  contact: ({ db }, { cadre, youth }, since) =>
    sql`insert into contact (id, cadre_id, youth_id, post_id, org_id, field, started_by, started_at, counts_until, ended_at, ended_by)
      values (${randomUUID()}, ${cadre.personId}, ${youth.personId}, ${cadre.postId}, ${cadre.org.id}, ${youth.field}, 'cadre',
        ${since}, '2040-01-01', ${since}, 'undone')`.execute(db.kysely),
  message: ({ db }, { youth }, since) =>
    sql`insert into message (app_id, openid, person_id, kind, about, subject, ended_at, outcome)
      select app_id, openid, person_id, 'answer', 'x', ${randomUUID()}, ${since}, 'sent' from account
      where person_id = ${youth.personId}`.execute(db.kysely),
  contact_log: ({ db }, about, since) => aLog(db, about, since),
  contact_log_version: async ({ db }, about, since) => {
    const logId = await aLog(db, about);
    await sql`insert into contact_log_version (log_id, until_at, task, way, activity, day, text, text_state, contact_ids)
      values (${logId}, ${since}, 'help', 'phone', false, '2026-01-01', 'x', 'shown', '{}')`.execute(db.kysely);
  },
  log_dispute: async ({ db }, about, since) => {
    const logId = await aLog(db, about);
    await sql`insert into log_dispute (id, log_id, raised_at, settled_at, outcome)
      values (${randomUUID()}, ${logId}, ${since}, ${since}, 'struck')`.execute(db.kysely);
  },
  meeting: ({ db }, { cadre, youth }, since) =>
    sql`insert into meeting (cadre_id, youth_id, day, scanned_by, at)
      select ${cadre.personId}, ${youth.personId}, coalesce(max(day), '2000-01-01') + 1, 'cadre', ${since} from meeting`.execute(
      db.kysely,
    ),
  check_in: async ({ db, factory }, { cadre }, since) => {
    const site = factory.aSite({ org: cadre.org });
    const id = factory.aCheckIn({ cadre, site, at: new Date('2026-01-01T12:00:00+08:00') });
    await factory.save();
    await sql`update check_in set undone_at = ${since} where id = ${id}`.execute(db.kysely);
  },
  access_log: ({ db }, { cadre, youth }, since) =>
    sql`insert into access_log (viewer_id, viewer_name, capacity, subject_id, look, at)
      values (${cadre.personId}, ${cadre.name}, '', ${youth.personId}, 'details', ${since})`.execute(db.kysely),
  clock_run: ({ db }, _, since) =>
    sql`insert into clock_run values ('x', ${randomUUID()}, ${since}, ${since}, ${since})`.execute(db.kysely),
  unit_check: async ({ db, factory }, _, since) => {
    const { personId } = factory.aYouth();
    await factory.save();
    await sql`insert into unit_check values (${personId}, ${randomUUID()}, '第一中学', ${since})`.execute(db.kysely);
    await sql`update person set closed_at = ${since} where id = ${personId}`.execute(db.kysely);
  },
  person: async ({ db, factory }, _, since) => {
    const { personId } = factory.aYouth();
    await factory.save();
    await sql`update person set closed_at = ${since} where id = ${personId}`.execute(db.kysely);
  },
};
