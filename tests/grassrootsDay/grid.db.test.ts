import { Pool } from 'pg';
import { sql } from 'kysely';
import { openDatabase } from '../../cloudfunctions/api/kernel/db';
import { policy } from '../../config/policy';
import { watchStatements, type Statement } from '../../local/bench/statements';
import type { MadeCadre, MadeOrg, MadePerson } from '../factory';
import { call, openHouse } from '../support/house';
import { plansOf } from '../support/plans';
import { approvedLeave, aSite, checkIn, gridOf, inAWorld, linesOf, NOW, TODAY, world, yearOf } from './weeks';

inAWorld();

let org: MadeOrg;
let administrator: MadePerson;
let orgs = 0;

beforeEach(async () => {
  const name = `第${(orgs += 1)}区团委`;
  org = await world.factory.anOrg({ parent: world.orgs.foshan, level: 'county', name, leadingOrgan: true });
  administrator = world.factory.anAdministrator({ org });
  await world.factory.save();
});

async function aCadre(wish: Partial<Parameters<typeof world.factory.aCadre>[0]> = {}): Promise<MadeCadre> {
  const cadre = world.factory.aCadre({ org, ...wish });
  await world.factory.save();
  return cadre;
}

describe('D8.2 week by cadre', () => {
  it('says with a letter a week what the cadre’s own year says, and sums it up', async () => {
    const cadre = await aCadre({ name: '岑乐怡', from: '2026-10-26' });
    const site = await aSite(org);
    await checkIn(cadre, site, '2026-10-28');
    await checkIn(cadre, site, '2026-10-29');
    await checkIn(cadre, site, '2026-11-12', 'unconfirmed');
    await approvedLeave(cadre, administrator, '2026-11-16', '2026-11-20');
    const { rows, mondays, quarters, cadres, sums, next } = await gridOf(administrator, org);
    expect([mondays.length, quarters[52], next]).toEqual([53, '2026-10-01', null]);
    // 43 weeks before the post, then met, not met, unconfirmed, exempt, owed
    expect(rows).toEqual([
      {
        postId: cadre.postId,
        name: '岑乐怡',
        orgName: org.name,
        leadership: false,
        weeks: `${' '.repeat(43)}mnueo`,
        days: 2,
        met: 1,
        eligible: 3,
      },
    ]);
    const one = { cadres: 1, eligible: 3, met: 1, share: 1 / 3 };
    const nobody = { cadres: 0, eligible: 0, met: 0, share: null };
    expect([cadres, sums]).toEqual([1, { all: one, leaders: nobody, others: one }]);
    const own = await yearOf(cadre);
    const input = { postId: cadre.postId };
    const told = await call(world.house, administrator, 'grassrootsDay.weeksOf', input, { now: NOW });
    expect(told).toEqual({ today: TODAY, year: 2026, name: '岑乐怡', weeks: own.weeks });
  });

  it('D8.3, C33 the leadership first and apart, then by name, never by figure; n/a where nobody is asked', async () => {
    expect(await gridOf(administrator, org)).toMatchObject({
      rows: [],
      cadres: 0,
      sums: { all: { cadres: 0, share: null } },
    });
    const [third, second, first] = [
      await aCadre({ name: '赵一帆' }),
      await aCadre({ name: '白露' }),
      await aCadre({ name: '钟灵', leadership: true }),
    ];
    await aCadre({ service: 'partTime' });
    await checkIn(third, await aSite(org), '2026-11-25');
    const { rows, sums } = await gridOf(administrator, org);
    expect(rows.map(({ postId }) => postId)).toEqual([first, second, third].map(({ postId }) => postId));
    expect(sums).toMatchObject({ leaders: { cadres: 1 }, others: { cadres: 2, met: 1 } });
    const apart = await gridOf(administrator, org, { leadership: true });
    expect([apart.rows.length, apart.cadres, apart.sums?.all.cadres]).toEqual([1, 3, 3]);
  });

  it('C1, D10.4 a cadre who has moved on: every week in one line of one organisation, and days count on either post', async () => {
    const city = world.orgs.foshan;
    const above = world.factory.anAdministrator({ org: city });
    const before = await aCadre({ until: '2026-11-11', from: '2026-11-02' });
    const now = await aCadre({ org: world.orgs.guangzhou, person: before, from: '2026-11-11' });
    const there = world.factory.anAdministrator({ org: world.orgs.guangzhou });
    await world.factory.save();
    await checkIn(before, await aSite(org), '2026-11-10');
    const [old] = (await gridOf(administrator, org)).rows;
    expect(old).toMatchObject({ weeks: `${' '.repeat(44)}n   `, days: 0 });
    expect((await linesOf(above, city, { of: 'below' })).map(({ postId }) => postId)).toContain(before.postId);
    const rows = (await gridOf(there, world.orgs.guangzhou)).rows.filter(({ postId }) => postId === now.postId);
    // The day before the transfer is the cadre's too, and nothing else of the time before is told
    expect(rows).toMatchObject([{ weeks: `${' '.repeat(45)}mno`, days: 1 }]);
  });

  it('D4.1 a post of which nothing is asked is no line, though the cadre has another', async () => {
    const cadre = await aCadre({ from: '2026-11-02', until: '2026-11-16' });
    const school = await world.factory.anOrg({ parent: org, level: 'unit', name: '区一中团委' });
    world.factory.aCadre({ org: school, person: cadre, from: '2026-11-16' });
    const above = world.factory.anAdministrator({ org });
    await world.factory.save();
    expect(await gridOf(above, org, { of: 'below' })).toMatchObject({ rows: [], cadres: 0 });
    expect((await gridOf(above, org)).cadres).toBe(1);
  });

  it('D9.5 who has left stays a line without a name, after the others', async () => {
    const cadre = await aCadre({ from: '2026-11-02', until: '2026-11-16' });
    await world.db.kysely.updateTable('person').set({ closed_at: NOW }).where('id', '=', cadre.personId).execute();
    await aCadre({ name: '钟灵' });
    expect((await gridOf(administrator, org)).rows).toMatchObject([
      { name: '钟灵' },
      { name: null, weeks: `${' '.repeat(44)}nn  ` },
    ]);
  });

  it('comes by pages, in order whatever the page, with the sums of all on the first', async () => {
    const { pageSize } = policy;
    const many = Array.from({ length: pageSize + 3 }, (_, n) =>
      world.factory.aCadre({ org, leadership: n % 20 === 0 }),
    );
    await world.factory.save();
    // Two without a name, whom a page must neither skip nor repeat
    const gone = many.slice(5, 7).map(({ personId }) => personId);
    await world.db.kysely.updateTable('person').set({ closed_at: NOW }).where('id', 'in', gone).execute();
    const first = await gridOf(administrator, org);
    const second = await gridOf(administrator, org, { cursor: first.next ?? '' });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([pageSize, 3, null]);
    const rows = [...first.rows, ...second.rows];
    expect(new Set(rows.map(({ postId }) => postId)).size).toBe(pageSize + 3);
    expect(rows.map(({ leadership }) => leadership)).toEqual(rows.map((_, n) => n < Math.ceil((pageSize + 3) / 20)));
    expect(rows.slice(-2).map(({ name }) => name)).toEqual([null, null]);
    expect([first.cadres, first.sums?.all.cadres]).toEqual([pageSize + 3, pageSize + 3]);
    expect([second.cadres, second.sums]).toEqual([null, null]);
  });

  it('D8.2 of more cadres than are summed up at once it says how many there are', async () => {
    await aCadre();
    await aCadre();
    const figures: { gridSummed: number } = policy.grassrootsDay;
    const atOnce = jest.replaceProperty(figures, 'gridSummed', 1);
    try {
      const { rows, cadres, sums } = await gridOf(administrator, org);
      expect([rows.length, cadres, sums]).toEqual([2, 2, null]);
    } finally {
      atOnce.restore();
    }
  });
});

describe('D1.5 who sees the weeks of whom', () => {
  it('an administrator from above; nobody beside or below, nor by the post alone', async () => {
    const cadre = await aCadre();
    const { factory, orgs: tree } = world;
    const above = factory.anAdministrator({ org: tree.foshan });
    const others = [
      factory.anAdministrator({ org: tree.nanhai }),
      factory.anAdministrator({ org: tree.guangzhou }),
      cadre,
    ];
    await factory.save();
    expect((await gridOf(above, org)).rows).toHaveLength(1);
    expect((await linesOf(above, tree.foshan, { of: 'below' })).map((row) => row.postId)).toContain(cadre.postId);
    for (const who of others) {
      await expect(gridOf(who, org)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
      const asked = call(world.house, who, 'grassrootsDay.weeksOf', { postId: cadre.postId }, { now: NOW });
      await expect(asked).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
    }
  });

  it('the database itself tells nobody else, whichever posts are asked for', async () => {
    const cadre = await aCadre();
    await checkIn(cadre, await aSite(org), '2026-11-25');
    const stranger = world.factory.anAdministrator({ org: world.orgs.guangzhou });
    await world.factory.save();
    const api = new Pool({ connectionString: world.apiUrl, max: 1 });
    const rowsFor = async (personId: string): Promise<number> => {
      await api.query('begin');
      await api.query(`select set_config('app.person', $1, true), set_config('app.day', $2, true)`, [personId, TODAY]);
      const { rowCount } = await api.query(`select unnest(week_facts($1, '{fullTime}', '2025-12-29', '2026-11-29'))`, [
        [cadre.postId],
      ]);
      await api.query('rollback');
      return rowCount ?? 0;
    };
    try {
      expect(await rowsFor(stranger.personId)).toBe(0);
      expect(await rowsFor(cadre.personId)).toBe(1);
      expect(await rowsFor(administrator.personId)).toBe(1);
    } finally {
      await api.end();
    }
  });
});

describe('D8.2 for five hundred cadres', () => {
  /** A day a week of every cadre of the organisation, from one day to another, as the database counts them. */
  const everyWeek = (from: string, until: string) =>
    sql`insert into grassroots_day (post_id, cadre_id, org_id, day, confirmed, unconfirmed)
      select p.id, p.person_id, p.org_id, d::date + (abs(hashtext(p.id::text)) % 5), 1, 0
      from post p, generate_series(${from}::date, ${until}::date, '7 days') d where p.org_id = ${org.id}`.execute(
      world.db.kysely,
    );

  it('a statement for the page and one for the sums have it all, and years of history make it no longer', async () => {
    Array.from({ length: 500 }, () => world.factory.aCadre({ org, from: '2016-01-01' }));
    await world.factory.save();
    await everyWeek('2025-12-29', '2026-11-23');
    await world.db.pool.query('analyze');
    const house = openHouse(world.apiUrl, 1);
    const asked: Statement[] = [];
    watchStatements(house.database.pool, (statement) => asked.push(statement));
    const grid = () => call(house, administrator, 'grassrootsDay.grid', { orgId: org.id, of: 'own' }, { now: NOW });
    expect((await grid()).sums).toMatchObject({ all: { cadres: 500, share: 1 } });
    const facts = asked.filter(({ text }) => text.includes('week_facts'));
    expect(facts).toHaveLength(2);
    const api = openDatabase(world.apiUrl, { max: 1 });
    try {
      const nodes = await plansOf(api.pool, facts, administrator.personId);
      expect(
        nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']),
      ).not.toContain('post');
      const before = await pagesRead(api.pool, facts);
      await everyWeek('2016-01-04', '2025-12-22');
      await world.db.pool.query('analyze');
      expect((await grid()).sums).toMatchObject({ all: { cadres: 500, share: 1 } });
      expect(await pagesRead(api.pool, facts)).toBeLessThan(before * 1.5);
    } finally {
      await api.end();
      await house.end();
    }
  }, 120_000);

  /** How many pages of tables and indexes the statements read, in the functions that they call as well. */
  async function pagesRead(api: Pool, statements: Statement[]): Promise<number> {
    const client = await api.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.person', $1, true), set_config('app.day', $2, true)`, [
        administrator.personId,
        TODAY,
      ]);
      let pages = 0;
      for (const { text, values } of statements) {
        const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }>(
          `explain (analyze, buffers, format json) ${text}`,
          [...values],
        );
        const plan = rows[0]?.['QUERY PLAN'][0]?.Plan ?? {};
        pages += (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
      }
      return pages;
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
});
