import { sql } from 'kysely';
import { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { MadeCadre, MadePerson } from '../factory';
import { call, rid } from '../support/house';
import { aCadre, anAdmin, aPlace, DAY, inAWorld, NOON, note, scan, wait, world, type Place } from './days';

let api: Pool;
// Before the database goes.
afterAll(() => api.end());
inAWorld();

let place: Place;
let cadre: MadeCadre;
let waiting: string;
beforeAll(async () => {
  api = new Pool({ connectionString: world.apiUrl, max: 1 });
  place = await aPlace(world.orgs.shishan);
  cadre = await aCadre();
  const other = await aPlace(world.orgs.guangzhou);
  waiting = (await wait(cadre, place)).checkInId;
  await scan(cadre, other);
  await note(cadre, waiting, '和站长聊了聊');
  await call(world.house, cadre, 'grassrootsDay.allowLocation', { allowed: true, requestId: rid() });
});

/** What somebody is answered by the functions' role, whatever the procedures would ask; what they write is taken back. */
async function asked(who: MadePerson | null, query: string, values: unknown[] = []): Promise<unknown[]> {
  const client = await api.connect();
  try {
    await client.query('begin');
    if (who)
      await client.query(`select set_config('app.person', $1, true), set_config('app.day', $2, true)`, [
        who.personId,
        DAY,
      ]);
    const { rows, rowCount } = await client.query(query, values);
    return rows.length > 0 ? (rows as unknown[]) : Array.from({ length: rowCount ?? 0 });
  } finally {
    await client.query('rollback');
    client.release();
  }
}
const count = async (who: MadePerson | null, table: string): Promise<number> =>
  (await asked(who, `select 1 from ${table}`)).length;

const TABLES = ['site', 'check_in', 'check_in_line', 'grassroots_day', 'location_choice', 'site_change'];

describe('D1.5, D9.4 beneath the procedures', () => {
  it('nobody sees nothing', async () => {
    for (const table of TABLES) expect([table, await count(null, table)]).toEqual([table, 0]);
  });

  it('a cadre sees the own days, a colleague none of them', async () => {
    const colleague = await aCadre();
    for (const [table, n] of [
      ['check_in', 2],
      ['check_in_line', 1],
      ['grassroots_day', 1],
      ['location_choice', 1],
    ] as const) {
      expect([table, await count(cadre, table)]).toEqual([table, n]);
      expect([table, await count(colleague, table)]).toEqual([table, 0]);
    }
  });

  it('the contact sees what was at the own site, and neither the line nor the day’s counters', async () => {
    expect(await count(place.contact, 'check_in')).toBe(1);
    for (const table of ['check_in_line', 'grassroots_day', 'location_choice'])
      expect([table, await count(place.contact, table)]).toEqual([table, 0]);
  });

  it('an administrator above sees the days of the cadres, wherever they were, and no line; one beside or below nothing', async () => {
    const above = await anAdmin(world.orgs.foshan);
    expect([await count(above, 'check_in'), await count(above, 'grassroots_day')]).toEqual([2, 1]);
    expect([await count(above, 'check_in_line'), await count(above, 'location_choice')]).toEqual([0, 0]);
    for (const org of [world.orgs.chancheng, world.orgs.shishan]) {
      const other = await anAdmin(org);
      expect([await count(other, 'check_in'), await count(other, 'grassroots_day')]).toEqual([0, 0]);
    }
  });

  it('D8.2 nobody answers for oneself, and nobody who has no say answers', async () => {
    const answer = `select answer_check_ins(array[$1]::uuid[], true, null, now()) as said`;
    expect(await asked(cadre, answer, [waiting])).toEqual([{ said: -1 }]);
    for (const who of [null, await aCadre(), await anAdmin(world.orgs.chancheng), await anAdmin(world.orgs.shishan)])
      expect(await asked(who, answer, [waiting])).toEqual([{ said: -2 }]);
    await expect(
      asked(cadre, `update check_in set answered_by = $1, answered_as = 'contact', answered_at = now() where id = $2`, [
        cadre.personId,
        waiting,
      ]),
    ).rejects.toThrow(/nobody_answers_for_oneself/);
  });

  it('D4.2 a pattern tells its sites to the cadre, and to the organisation when it sees it', async () => {
    const id = uuidv7();
    await sql`insert into pattern (id, kind, cadre_id, org_id, day, figure, check_in_ids, found_at, until_day)
      values (${id}, 'sameStep', ${cadre.personId}, ${cadre.org.id}, ${DAY}, 7, ${[waiting]}::uuid[], ${NOON}, ${DAY})`.execute(
      world.db.kysely,
    );
    const told = 'select pattern_sites($1) as sites';
    const above = await anAdmin(world.orgs.foshan);
    expect(await asked(cadre, told, [id])).toEqual([{ sites: [place.site.name] }]);
    for (const who of [null, place.contact, await aCadre(), await anAdmin(world.orgs.chancheng), above])
      expect(await asked(who, told, [id])).toEqual([{ sites: [] }]);
    await world.db.kysely.updateTable('pattern').set({ until_day: '2026-11-18' }).where('id', '=', id).execute();
    expect(await asked(above, told, [id])).toEqual([{ sites: [place.site.name] }]);
  });

  it('nobody checks in for another, and the counters are nobody’s to write', async () => {
    const copy = `insert into check_in (id, cadre_id, post_id, org_id, site_id, day, clock, at, state)
      select gen_random_uuid(), cadre_id, post_id, org_id, site_id, day + 1, clock, at, 'confirmed' from check_in where id = $1`;
    await expect(asked(place.contact, copy, [waiting])).rejects.toThrow(/row-level security/);
    await expect(asked(cadre, 'update grassroots_day set confirmed = 9')).rejects.toThrow(/permission denied/);
    await expect(asked(cadre, 'delete from check_in')).rejects.toThrow(/permission denied/);
    expect(await asked(await aCadre(), 'update check_in set undone_at = now()')).toHaveLength(0);
  });

  it('a site is changed by who manages it; its contact takes nobody else in', async () => {
    const rename = `update site set name = 'x' where id = $1`;
    const { siteId } = place.site;
    for (const who of [cadre, await anAdmin(world.orgs.chancheng)])
      expect(await asked(who, rename, [siteId])).toHaveLength(0);
    expect(await asked(await anAdmin(world.orgs.nanhai), rename, [siteId])).toHaveLength(1);
    const handOn = 'update site set contact_id = $1 where id = $2';
    await expect(asked(place.contact, handOn, [cadre.personId, siteId])).rejects.toThrow(/row-level security/);
    expect(await asked(cadre, 'select take_site($1, $2) as taken', [waiting, NOON])).toEqual([{ taken: false }]);
  });
});
