import type { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Arrival } from './places';

/** Plain tables: no policies, no triggers, no foreign keys, and of the indexes only those that the rule needs. */
export async function copyBareDays(pool: Pool): Promise<void> {
  await pool.query(`
    create schema bare;
    create table bare.site as select * from public.site;
    alter table bare.site add primary key (id);
    create table bare.post as select * from public.post;
    alter table bare.post add primary key (id);
    create index on bare.post (person_id, from_day);
    create table bare.check_in as select * from public.check_in where false;
    alter table bare.check_in add primary key (id);
    create unique index on bare.check_in (cadre_id, site_id, day) where undone_at is null;
    create table bare.grassroots_day as select * from public.grassroots_day where false;
    alter table bare.grassroots_day add primary key (post_id, day);`);
  await pool.query('vacuum analyze bare.site, bare.post');
}

/** D4.2, C18 as bare SQL: the site, the post of the day, the check-in, the day. */
export async function checkInBare(pool: Pool, { cadreId, siteId }: Arrival, day: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const site = await client.query<{ closed_from: string | null }>('select closed_from from bare.site where id = $1', [
      siteId,
    ]);
    const post = await client.query<{ id: string; org_id: number }>(
      `select id, org_id from bare.post
       where person_id = $1 and from_day <= $2 and (until_day is null or $2 < until_day) for share`,
      [cadreId, day],
    );
    const [of] = post.rows;
    if (!of || site.rows[0]?.closed_from !== null) throw new Error('nobody is in that post, or the site is closed');
    await client.query(
      `insert into bare.check_in (id, cadre_id, post_id, org_id, site_id, day, clock, at, state)
       values ($1, $2, $3, $4, $5, $6, 'step', $7, 'confirmed')`,
      [uuidv7(), cadreId, of.id, of.org_id, siteId, day, new Date()],
    );
    await client.query(
      `insert into bare.grassroots_day (post_id, cadre_id, org_id, day, confirmed, unconfirmed) values ($1, $2, $3, $4, 1, 0)
       on conflict (post_id, day) do update set confirmed = grassroots_day.confirmed + 1`,
      [of.id, cadreId, of.org_id, day],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
