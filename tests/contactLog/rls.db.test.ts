import { sql } from 'kysely';
import { Client } from 'pg';
import type { MadePerson } from '../factory';
import { answers, edit, inAWorld, log, refused, says, twoOf, world, type Two } from './logging';

inAWorld();

const ALL = ['contact_log', 'contact_log_mark', 'contact_log_version', 'log_dispute', 'meeting', 'voice_day', 'flow'];

let two: Two;
let others: Two;
let logId: string;
let above: MadePerson;
let beside: MadePerson;

beforeAll(async () => {
  const { factory, orgs, db } = world;
  two = await twoOf();
  others = await twoOf();
  above = factory.anAdministrator({ org: orgs.foshan });
  beside = factory.anAdministrator({ org: orgs.chancheng });
  await factory.save();
  ({ logId } = await log(two.cadre, [two.contact], { way: 'faceToFace' }));
  await edit(two.cadre, logId, [two.contact], { way: 'faceToFace' });
  await says(two.youth, 'dispute', logId);
  await db.kysely
    .insertInto('meeting')
    .values({
      cadre_id: two.cadre.personId,
      youth_id: two.youth.personId,
      day: '2026-01-01',
      scanned_by: 'cadre',
      at: new Date(),
    })
    .execute();
});

/** What somebody reads or writes by the functions' role, below the procedures. */
async function as(who: MadePerson | null, query: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: world.apiUrl });
  await client.connect();
  try {
    await client.query('begin');
    if (who)
      await client.query(`select set_config('app.person', $1, true), set_config('app.day', $2, true)`, [
        who.personId,
        world.factory.today,
      ]);
    return (await client.query(query)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

async function outcome(who: MadePerson, query: string): Promise<unknown> {
  try {
    await as(who, query);
    return 'done';
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
}

async function seenBy(who: MadePerson | null): Promise<string[]> {
  const seen: string[] = [];
  for (const table of ALL) if ((await as(who, `select 1 from ${table}`)).length > 0) seen.push(table);
  return seen;
}

describe('D1.5, D9.4 logs beneath the procedures', () => {
  it('the cadre sees all of one’s own, the youth what is about them', async () => {
    expect(await seenBy(two.cadre)).toEqual(ALL);
    expect(await seenBy(two.youth)).toEqual(['contact_log', 'contact_log_mark', 'log_dispute', 'meeting']);
  });

  it('the administrator above sees that there is a dispute, and the sums; nobody else sees anything', async () => {
    expect(await seenBy(above)).toEqual(['log_dispute', 'flow']);
    for (const who of [beside, others.cadre, others.youth, null]) expect(await seenBy(who)).toEqual([]);
  });

  const change = (set: string) => `update contact_log set ${set}`;
  const mark = (set: string) => `update contact_log_mark set ${set}`;

  it('nobody counts by hand, deletes, proves or settles what is the other’s to say', async () => {
    const { cadre, youth } = two;
    const attempts: [MadePerson, string][] = [
      [cadre, change('standing = 1')],
      [cadre, change(`cadre_id = '${others.cadre.personId}'`)],
      [cadre, 'delete from contact_log'],
      [cadre, 'update flow set logs = 99'],
      [cadre, `insert into voice_day values ('${cadre.postId}', '2026-01-01', 1, 0)`],
      [cadre, mark(`state = 'confirmed'`)],
      [cadre, mark('hid_text = false')],
      [cadre, `update log_dispute set settled_at = now(), outcome = 'stands'`],
      [cadre, 'update contact_log_version set text = text'],
      [cadre, 'delete from log_dispute'],
      [youth, mark(`state = 'unanswered'`)],
      [youth, 'select flow_add(l, 1) from contact_log l'],
      [youth, `select forget_said(array['${youth.personId}'::uuid], now())`],
      [others.youth, `insert into log_dispute (id, log_id, raised_at) values (gen_random_uuid(), '${logId}', now())`],
      [
        others.cadre,
        `insert into contact_log_mark (log_id, contact_id, cadre_id, youth_id, day, counts) values
          ('${logId}', '${two.contact.contactId}', '${cadre.personId}', '${youth.personId}', '2026-01-01', true)`,
      ],
      [
        others.cadre,
        `insert into meeting values ('${cadre.personId}', '${youth.personId}', '2026-01-02', 'cadre', now())`,
      ],
      [
        others.cadre,
        `insert into contact_log (id, cadre_id, post_id, org_id, task, way, activity, day, late, text, text_state, youths, written_at)
          values (gen_random_uuid(), '${cadre.personId}', '${cadre.postId}', ${cadre.org.id}, 'help', 'phone', false,
            '2026-01-01', false, '', 'shown', 1, now())`,
      ],
    ];
    for (const [who, attempt] of attempts) expect([attempt, await outcome(who, attempt)]).toEqual([attempt, '42501']);
  });

  it('an update of somebody who has nothing to do with it finds no row', async () => {
    for (const who of [others.cadre, others.youth, above])
      for (const attempt of [change(`text = 'x' returning id`), mark(`state = 'struck' returning log_id`)])
        expect(await as(who, attempt)).toEqual([]);
    expect(await as(others.youth, `select hide_log_text('${logId}')`)).toHaveLength(1);
    const [row] = await as(two.cadre, 'select text_state from contact_log');
    expect(row).toEqual({ text_state: 'shown' });
  });

  it('a mark names a contact of its own two', async () => {
    const { cadre, contact } = two;
    const attempt = `insert into contact_log_mark (log_id, contact_id, cadre_id, youth_id, day, counts) values
      ('${logId}', '${contact.contactId}', '${cadre.personId}', '${others.youth.personId}', '2026-01-01', true)`;
    await expect(as(cadre, attempt)).rejects.toMatchObject({ code: expect.stringMatching(/23503|23505/) as string });
  });

  it('D10.4 a log begins in the actor’s own post, and holds nobody but whom the actor holds', async () => {
    const day = world.factory.today;
    const lockOf = async (): Promise<unknown> => {
      const { rows } = await sql<{ lock: string }>`
        select xmax::text as lock from person where id = ${others.youth.personId}`.execute(world.db.kysely);
      return rows[0]?.lock;
    };
    const begins = `select post_id, org_id from log_begins(array['${others.contact.contactId}'::uuid], '${day}')`;
    const before = await lockOf();
    const { postId, org } = two.cadre;
    expect(await as(two.cadre, begins)).toEqual([{ post_id: postId, org_id: org.id }]);
    expect(await as(two.youth, begins)).toEqual([{ post_id: null, org_id: null }]);
    expect(await lockOf()).toBe(before);
    expect(await as(others.cadre, begins)).toMatchObject([{ post_id: others.cadre.postId }]);
    expect(await lockOf()).not.toBe(before);
  });

  it('D9.5 who has closed the account does not enter any more', async () => {
    const gone = world.factory.aCadre({ org: world.orgs.nanhai });
    await world.factory.save();
    const enters = `select enter('${gone.personId}', 'p:${gone.personId}', '${world.factory.today}')->>'name' as name`;
    expect(await as(null, enters)).toEqual([{ name: gone.name }]);
    await world.db.kysely
      .updateTable('person')
      .set({ closed_at: new Date() })
      .where('id', '=', gone.personId)
      .execute();
    expect(await as(null, enters)).toEqual([{ name: null }]);
  });

  it('D2.5 an answer of somebody else’s cadre is none', async () => {
    await expect(answers(others.cadre, logId, two.contact, '是你')).rejects.toEqual(refused('LOG_NOT_FOUND'));
  });
});
