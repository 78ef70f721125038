import { sql } from 'kysely';
import { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { MadeCadre, MadeContact, MadePerson, MadeYouth } from './factory';
import { aWorld, type World } from './support/world';

let world: World;
let api: Pool;
let youth: MadeYouth;
let cadre: MadeCadre;
let contact: MadeContact;
let former: MadeContact;
let cityAdmin: MadePerson;
let siblingAdmin: MadePerson;

beforeAll(async () => {
  world = await aWorld();
  const { factory, orgs } = world;
  youth = factory.aYouth({ name: '林晓彤' });
  cadre = factory.aCadre({ org: orgs.nanhai });
  contact = factory.aContact({ youth, cadre });
  former = factory.aContact({ youth, cadre: factory.aCadre({ org: orgs.nanhai }) });
  cityAdmin = factory.anAdministrator({ org: orgs.foshan });
  siblingAdmin = factory.anAdministrator({ org: orgs.chancheng });
  await factory.save();
  await world.db.kysely
    .updateTable('contact')
    .set({ ended_at: new Date(Date.now() + 1000), ended_by: 'left' })
    .where('id', '=', former.contactId)
    .execute();
  api = new Pool({ connectionString: world.apiUrl, max: 1 });
});
afterAll(async () => {
  await api.end();
  await world.end();
});

/** What somebody sees of a table, by the functions' role, on the one pooled connection. */
async function seen(who: MadePerson | null, query: string): Promise<Record<string, unknown>[]> {
  const client = await api.connect();
  try {
    await client.query('begin');
    if (who)
      await client.query(`select set_config('app.person', $1, true), set_config('app.day', '2026-11-26', true)`, [
        who.personId,
      ]);
    return (await client.query(query)).rows as Record<string, unknown>[];
  } finally {
    await client.query('rollback');
    client.release();
  }
}
const count = async (who: MadePerson | null, table: string) => (await seen(who, `select * from ${table}`)).length;

describe('D1.5, D9.4 beneath the procedures', () => {
  it('no actor sees nothing, also on a connection that had one before', async () => {
    expect(await count(youth, 'youth')).toBe(1);
    for (const table of [
      'youth',
      'person',
      'contact',
      'post',
      'stock',
      'org',
      'consent',
      'account',
      'access_log',
      'channel',
    ]) {
      expect([table, await count(null, table)]).toEqual([table, 0]);
    }
  });

  it('D9.5 a cadre sees the youths held now, and not one who left', async () => {
    expect(await seen(cadre, 'select name from youth join person on id = person_id')).toEqual([{ name: '林晓彤' }]);
    expect(await seen(former.cadre, 'select name from youth join person on id = person_id')).toEqual([]);
  });

  it('an administrator above sees the contact and the stock, not the youth; one beside sees neither', async () => {
    expect(await count(cityAdmin, 'contact')).toBe(1);
    expect(await count(cityAdmin, 'stock')).toBe(2);
    expect(await count(cityAdmin, 'youth')).toBe(0);
    expect(await count(siblingAdmin, 'contact')).toBe(0);
    expect(await count(siblingAdmin, 'stock')).toBe(0);
  });

  it('D9.4 a youth sees the cadres who hold the youth now, with their posts, and nobody’s stock', async () => {
    const names = 'select name from post join person on person.id = person_id';
    expect(await seen(youth, names)).toEqual([{ name: cadre.name }]);
    expect(await count(youth, 'stock')).toBe(0);
    expect(await count(cadre, 'stock')).toBe(1);
    expect(await count(cadre, 'post')).toBe(1);
  });

  it('D1.5 an administrator sees the people of the posts below, and of none beside', async () => {
    const names = 'select name from person order by name';
    const ofNanhai = [cadre.name, former.cadre.name, cityAdmin.name, siblingAdmin.name].sort();
    expect((await seen(cityAdmin, names)).map(({ name }) => name).sort()).toEqual(ofNanhai);
    expect(await seen(siblingAdmin, names)).toEqual([{ name: siblingAdmin.name }]);
  });

  it("nobody writes for somebody else, changes what is kept, or touches a stock's row", async () => {
    const attempts = [
      `insert into youth values ('${cadre.personId}', '2000-01-01', 'rural', null, now())`,
      `insert into access_log (viewer_id, viewer_name, capacity, subject_id, look, at) values ('${cadre.personId}', '', '', '${youth.personId}', 'scan', now())`,
      `delete from access_log`,
      `update access_log set viewer_name = ''`,
      `update stock set held = 0`,
      `update contact set youth_id = cadre_id`,
      `delete from contact`,
      `insert into administrator values ('${youth.personId}', 1, '2026-01-01')`,
      `insert into post (id) values (gen_random_uuid())`,
      `select stock_add('${cadre.postId}', 'rural', 1)`,
      `insert into administrator (person_id, org_id, from_day) values ('${youth.personId}', ${cadre.org.id}, '2026-01-01')`,
      `insert into post (id, person_id, org_id, service, in_establishment, leadership, title, from_day)
        values (gen_random_uuid(), '${youth.personId}', ${cadre.org.id}, 'fullTime', true, true, '书记', '2026-01-01')`,
      `insert into minor_approval (cadre_id, from_day, approved_by) values ('${cadre.personId}', '2026-01-01', '${youth.personId}')`,
      `insert into org (parent_id, name, short_name, place, level, path) values (${cadre.org.id}, '甲', '甲', '', 'township', '')`,
      `insert into application (id, person_id, org_id, service, title, made_at, due_day)
        values (gen_random_uuid(), '${cadre.personId}', ${cadre.org.id}, 'partTime', '委员', now(), '2026-12-01')`,
      `update post set title = ''`,
      `update administrator set person_id = '${youth.personId}'`,
      `delete from administrator`,
      `delete from invitation`,
    ];
    for (const attempt of attempts) await expect(seen(youth, attempt)).rejects.toMatchObject({ code: '42501' });
  });

  it('D1.5, D9.3 an administrator writes below the procedures too only within the own scope', async () => {
    const inPost = (org: number) => `insert into post
      (id, person_id, org_id, service, in_establishment, leadership, title, from_day, appointed_by)
      values (gen_random_uuid(), '${youth.personId}', ${org}, 'fullTime', true, true, '书记', '2026-01-01', '${siblingAdmin.personId}')`;
    const { chancheng, nanhai, foshan } = world.orgs;
    await seen(siblingAdmin, inPost(chancheng.id));
    for (const attempt of [
      `insert into succession (post_id, org_id, named_by, named_at)
        values ('${cadre.postId}', ${nanhai.id}, '${siblingAdmin.personId}', now())`,
      inPost(nanhai.id),
      inPost(foshan.id),
      `insert into administrator (person_id, org_id, from_day, made_by)
        values ('${youth.personId}', ${foshan.id}, '2026-01-01', '${siblingAdmin.personId}')`,
      `insert into minor_approval (cadre_id, from_day, approved_by)
        values ('${cadre.personId}', '2026-01-01', '${siblingAdmin.personId}')`,
      `insert into org (parent_id, name, short_name, place, level, path) values (${nanhai.id}, '甲', '甲', '', 'township', '')`,
      `insert into org (name, short_name, place, level, path) values ('甲', '甲', '', 'province', '')`,
    ])
      await expect(seen(siblingAdmin, attempt)).rejects.toMatchObject({ code: '42501' });
    await seen(siblingAdmin, `update org set name = '乙' where id = ${nanhai.id}`);
    expect(await seen(siblingAdmin, `select name from org where name = '乙'`)).toEqual([]);
  });

  it('D1.1 an invitation is seen by who shows its secret and by who manages it, and claimed for oneself alone', async () => {
    const hash = 'ab'.repeat(32);
    await world.db.pool.query(
      `insert into invitation (id, hash, kind, org_id, made_at, expires_at)
        values (gen_random_uuid(), decode($1, 'hex'), 'administrator', $2, now(), now() + interval '1 day')`,
      [hash, world.orgs.nanhai.id],
    );
    const shown = `select set_config('app.invitation', '${hash}', true)`;
    const claim = (who: MadePerson) =>
      `with shown as (${shown}) update invitation set claimed_by = '${who.personId}', claimed_at = now()`;
    expect(await count(youth, 'invitation')).toBe(0);
    expect(await count(siblingAdmin, 'invitation')).toBe(0);
    expect(await count(cityAdmin, 'invitation')).toBe(1);
    expect(await count(null, 'invitation')).toBe(0);
    await expect(seen(cityAdmin, claim(youth))).rejects.toMatchObject({ code: '42501' });
    const right = `insert into administrator (person_id, org_id, from_day) values ('${youth.personId}', ${world.orgs.nanhai.id}, '2026-01-01')`;
    await expect(seen(youth, right)).rejects.toMatchObject({ code: '42501' });
    await world.db.pool.query(`update invitation set claimed_by = $1, claimed_at = now()`, [cadre.personId]);
    for (const again of [claim(youth), `update invitation set revoked_at = now()`])
      await expect(seen(cityAdmin, again)).rejects.toMatchObject({ code: '42501' });
    await expect(seen(cadre, right)).rejects.toMatchObject({ code: '42501' });
    await seen(cadre, right.replace(youth.personId, cadre.personId));
  });

  it('D1.5 a contact names a post of its own cadre and organisation', async () => {
    const other = world.factory.aCadre({ org: world.orgs.guangzhou });
    const free = world.factory.aYouth();
    await world.factory.save();
    const attempt = `insert into contact (id, cadre_id, youth_id, post_id, org_id, field, started_by, started_at, counts_until)
      values (gen_random_uuid(), '${other.personId}', '${free.personId}', '${cadre.postId}', ${cadre.org.id}, 'rural', 'youth', now(), '2040-01-01')`;
    await expect(seen(free, attempt)).rejects.toMatchObject({ code: '23503' });
  });

  it('another youth cannot end a contact', async () => {
    const other = world.factory.aYouth();
    await world.factory.save();
    const client = await api.connect();
    await client.query('begin');
    await client.query(`select set_config('app.person', $1, true)`, [other.personId]);
    const { rowCount } = await client.query(`update contact set ended_at = now(), ended_by = 'left' where id = $1`, [
      contact.contactId,
    ]);
    await client.query('rollback');
    client.release();
    expect(rowCount).toBe(0);
  });
});

describe('D9.4, D9.9 what is asked for and told', () => {
  const asked = `select id from correction`;
  const told = `select id from concern`;
  let nanhaiAdmin: MadePerson;
  beforeAll(async () => {
    nanhaiAdmin = world.factory.anAdministrator({ org: world.orgs.nanhai });
    await world.factory.save();
    const by = { youth_id: youth.personId, asked_at: new Date(), due_on: '2026-12-06' };
    await world.db.kysely
      .insertInto('correction')
      .values({ ...by, id: uuidv7(), kind: 'name', was: '林晓彤', wish: '林晓桐' })
      .execute();
    const concern = { contact_id: contact.contactId, cadre_id: cadre.personId, org_id: world.orgs.foshan.id };
    await world.db.kysely
      .insertInto('concern')
      .values({ ...by, ...concern, id: uuidv7(), sealed: 'sealed' })
      .execute();
  });

  it('a correction is seen by its youth and by the organisation that holds the youth, and so is the name', async () => {
    for (const who of [youth, nanhaiAdmin]) expect(await seen(who, asked)).toHaveLength(1);
    for (const who of [cadre, former.cadre, cityAdmin, siblingAdmin, null]) expect(await seen(who, asked)).toEqual([]);
    expect(await seen(nanhaiAdmin, `select name from person where name = '林晓彤'`)).toHaveLength(1);
    expect(await seen(siblingAdmin, `select name from person where name = '林晓彤'`)).toEqual([]);
  });

  it('a concern is seen by its youth and by exactly the organisation above', async () => {
    for (const who of [youth, cityAdmin]) expect(await seen(who, told)).toHaveLength(1);
    for (const who of [cadre, nanhaiAdmin, siblingAdmin, null]) expect(await seen(who, told)).toEqual([]);
  });

  it('a youth’s fields of all times are the youth’s own', async () => {
    expect(await count(youth, 'youth_field')).toBe(1);
    for (const who of [cadre, cityAdmin]) expect(await count(who, 'youth_field')).toBe(0);
  });

  it('nobody answers by hand, sends a concern elsewhere, ends another’s consent or opens an account again', async () => {
    const attempts = [
      `update correction set approved = true, answered_at = now(), answered_by = '${youth.personId}'`,
      `update concern set org_id = ${world.orgs.nanhai.id}`,
      `insert into concern (id, youth_id, contact_id, cadre_id, org_id, sealed, asked_at, due_on) values (gen_random_uuid(), '${youth.personId}', '${contact.contactId}', '${cadre.personId}', ${world.orgs.nanhai.id}, '', now(), '2026-12-06')`,
      `insert into correction (id, youth_id, kind, was, wish, asked_at, due_on) values (gen_random_uuid(), '${cadre.personId}', 'name', '', '', now(), '2026-12-06')`,
      `update consent set withdrawn_at = now()`,
      `update person set closed_at = null`,
      `update youth set birth_month = '2000-01-01'`,
      `insert into youth_field values ('${youth.personId}', '2020-01-01', 'rural')`,
      `select end_contacts(array['${contact.contactId}']::uuid[], now())`,
    ];
    for (const attempt of attempts) await expect(seen(youth, attempt)).rejects.toMatchObject({ code: '42501' });
    expect(await seen(cadre, `update youth set field = 'rural' returning person_id`)).toEqual([]);
  });
});

describe('D9.4 a unit that waits to be read', () => {
  const anyText = expect.any(String) as unknown;
  const waits = `insert into unit_check (youth_id, id, unit, written_at) values`;
  let nanhaiAdmin: MadePerson;
  beforeAll(async () => {
    nanhaiAdmin = world.factory.anAdministrator({ org: world.orgs.nanhai });
    await world.factory.save();
    await world.db.pool.query(`${waits} ('${youth.personId}', gen_random_uuid(), '存疑学校', now())`);
  });

  it('is the youth’s own in the table, and its text alone goes to the organisation that holds the youth', async () => {
    expect(await count(youth, 'unit_check')).toBe(1);
    for (const who of [cadre, nanhaiAdmin, cityAdmin, siblingAdmin, null])
      expect(await count(who, 'unit_check')).toBe(0);
    const texts = async (who: MadePerson | null) => {
      const [row] = await seen(who, `select texts_waiting(null, 10) as texts`);
      return (row?.texts as string[]).map((text) => JSON.parse(text) as unknown);
    };
    const waiting = { textId: anyText, kind: 'unit', text: '存疑学校', writtenAt: anyText, orgName: '南海区团委' };
    expect(await texts(nanhaiAdmin)).toEqual([waiting]);
    for (const who of [youth, cadre, cityAdmin, siblingAdmin, null]) expect(await texts(who)).toEqual([]);
  });

  it('is never shown by the own hand, and answered by nobody else', async () => {
    const attempts = [
      `update unit_check set state = 'shown', answered_by = '${youth.personId}', answered_at = now()`,
      `insert into unit_check values ('${youth.personId}', gen_random_uuid(), '', now(), 'shown', '${youth.personId}', now())`,
      `${waits} ('${cadre.personId}', gen_random_uuid(), '', now())`,
      `select app_reads('${youth.personId}')`,
      `select text_writer('${youth.personId}')`,
      `select answer_unit('${youth.personId}', true, now())`,
      `select app_reads_of('${youth.personId}', 1)`,
    ];
    for (const attempt of attempts) await expect(seen(youth, attempt)).rejects.toMatchObject({ code: '42501' });
    const { id } = await world.db.kysely.selectFrom('unit_check').select('id').executeTakeFirstOrThrow();
    const answer = `select answer_text('${id}', true, now()) as first, text_looks('${id}') as looks`;
    for (const who of [youth, cadre, cityAdmin, siblingAdmin, null])
      expect(await seen(who, answer)).toEqual([{ first: null, looks: [] }]);
    for (const who of [cadre, nanhaiAdmin]) expect(await seen(who, `delete from unit_check returning id`)).toEqual([]);
    expect(await seen(nanhaiAdmin, answer)).toEqual([
      { first: true, looks: [expect.stringContaining(youth.personId)] },
    ]);
  });
});

describe('what WeChat may send', () => {
  beforeAll(async () => {
    const { db } = world;
    const account = { app_id: 'wx', openid: 'oPERMIT', person_id: youth.personId };
    await db.kysely.insertInto('account').values(account).execute();
    await db.kysely
      .insertInto('message_permit')
      .values({ ...account, kind: 'answer', permits: 1 })
      .execute();
    await db.kysely
      .insertInto('message')
      .values({ ...account, kind: 'answer', about: 'correction', subject: 'x' })
      .execute();
  });

  it('D1.5 is one’s own: neither who answers, nor who holds one, nor anybody else sees what is allowed or waits', async () => {
    for (const table of ['message_permit', 'message']) {
      const seenBy = (who: MadePerson | null) => seen(who, `select kind from ${table}`);
      expect(await seenBy(youth)).toEqual([{ kind: 'answer' }]);
      for (const who of [cadre, cityAdmin, siblingAdmin, null]) expect(await seenBy(who)).toEqual([]);
    }
  });

  it('D9.8 nobody writes it by hand, queues, claims or sends, and nobody reads for which account it is', async () => {
    const attempts = [
      `select openid from message_permit`,
      `select openid from message`,
      `update message_permit set permits = 9`,
      `delete from message_permit`,
      `insert into message_permit values ('wx', 'oPERMIT', 'answer', '${youth.personId}', 1)`,
      `insert into message (app_id, openid, person_id, kind, about, subject) values ('wx', 'oPERMIT', '${youth.personId}', 'answer', '', 'y')`,
      `update message set outcome = 'sent'`,
      `select queue_message('${youth.personId}', 'answer', 'x', 'y')`,
      `select messages_claim(gen_random_uuid(), 'wx', '{answer}', 1, 1, 1)`,
      `select message_begin(gen_random_uuid(), gen_random_uuid())`,
      `select message_end(gen_random_uuid(), gen_random_uuid(), 'sent')`,
      `select message_again(gen_random_uuid(), gen_random_uuid(), 1)`,
    ];
    for (const attempt of attempts) await expect(seen(youth, attempt)).rejects.toMatchObject({ code: '42501' });
  });

  it('the clock claims without being told for whom, and reads no table', async () => {
    const clock = new Pool({ connectionString: world.clockUrl, max: 1 });
    try {
      const { rows } = await clock.query<{ facts: string[] }>(
        `select messages_claim(gen_random_uuid(), 'wx', '{answer}', 10, 1, 72) as facts`,
      );
      const [facts = '{}'] = rows[0]?.facts ?? [];
      expect(Object.keys(JSON.parse(facts) as object).sort()).toEqual(['about', 'id', 'kind', 'madeAt']);
      for (const attempt of [
        `select kind from message`,
        `select kind from message_permit`,
        `select openid from account`,
        `select allow_message('answer', 'wx', 1)`,
        `select queue_message('${youth.personId}', 'answer', 'x', 'y')`,
      ])
        await expect(clock.query(attempt)).rejects.toMatchObject({ code: '42501' });
    } finally {
      await clock.end();
    }
  });
});

describe('the catalogue', () => {
  const rows = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(world.db.kysely)).rows;

  it('every table has row-level security but the migrations’ own', async () => {
    const open = await rows(sql<{ name: string }>`select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity order by 1`);
    expect(open.map(({ name }) => name)).toEqual(['kysely_migration', 'kysely_migration_lock', 'migration_hash']);
  });

  it('every view runs with the rights of who asks', async () => {
    const views = await rows(sql<{
      name: string;
      options: string[] | null;
    }>`select relname as name, reloptions as options from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`);
    expect(views.length).toBeGreaterThan(0);
    views.forEach(({ options }) => expect(options).toContain('security_invoker=true'));
  });

  const ANSWERS = [
    'uuid',
    'integer',
    'integer[]',
    'boolean',
    'text',
    'text[]',
    'void',
    'trigger',
    'timestamp with time zone',
  ];

  /** What these tell is the acting person's own, and decides what that person may do. */
  const OF_THE_ACTOR = new Map([
    ['enter', 'json'],
    ['held_post', 'record'],
    ['log_begins', 'record'],
  ]);

  it('every function above the policies has a fixed search path and answers with a verdict or a number', async () => {
    const definers = await rows(sql<{ name: string; config: string[] | null; answer: string; set: boolean }>`
      select proname as name, proconfig as config, format_type(prorettype, null) as answer, proretset as set from pg_proc
      where pronamespace = 'public'::regnamespace and prosecdef`);
    expect(definers.length).toBeGreaterThan(0);
    for (const { name, config, answer, set } of definers) {
      expect([name, config]).toEqual([name, ['search_path=public, pg_temp']]);
      expect([name, set]).toEqual([name, false]);
      expect(OF_THE_ACTOR.has(name) ? [OF_THE_ACTOR.get(name)] : ANSWERS).toContain(answer);
    }
  });

  it.each(['youth_api', 'youth_clock'])(
    'the functions’ role %s is no owner, no superuser and does not pass row-level security',
    async (name) => {
      const [role] = await rows(sql<{
        rolsuper: boolean;
        rolbypassrls: boolean;
        owned: number;
      }>`select rolsuper, rolbypassrls,
      (select count(*)::int from pg_class c where c.relowner = r.oid) as owned from pg_roles r where rolname = ${name}`);
      expect(role).toEqual({ rolsuper: false, rolbypassrls: false, owned: 0 });
    },
  );

  it('D9.10 the clock’s role reads and writes its own runs, reads the calendar, and no other table', async () => {
    const mine = await rows(sql<{ name: string }>`select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
        and (has_any_column_privilege('youth_clock', oid, 'select') or has_any_column_privilege('youth_clock', oid, 'insert')
          or has_any_column_privilege('youth_clock', oid, 'update') or has_table_privilege('youth_clock', oid, 'delete'))
      order by 1`);
    expect(mine).toEqual([{ name: 'clock_run' }, { name: 'work_year' }]);
    const callable = await rows(sql<{ name: string }>`select p.proname as name from pg_proc p
      where p.pronamespace = 'public'::regnamespace and has_function_privilege('youth_clock', p.oid, 'execute')
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
        and p.prorettype <> 'trigger'::regtype order by 1`);
    expect(callable.map(({ name }) => name)).toEqual([
      'check_ins_of_day',
      'days_together',
      'lapse_contacts',
      'message_again',
      'message_begin',
      'message_end',
      'messages_claim',
      'note_pattern',
      'purge_batch',
      'purge_due',
      'purge_oldest',
      'remind',
      'weeks_of_reminded',
    ]);
  });
});
