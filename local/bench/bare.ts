import type { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import { policy } from '../../config/policy';
import type { Scan } from './scans';

/** Plain copies: no policies, no triggers, no foreign keys, and of the indexes only those that the rule needs. */
export async function copyBare(pool: Pool): Promise<void> {
  await pool.query(`
    create schema bare;
    create table bare.youth as select * from public.youth;
    alter table bare.youth add primary key (person_id);
    create table bare.stock as select * from public.stock;
    alter table bare.stock add primary key (post_id);
    create table bare.contact as select * from public.contact;
    alter table bare.contact add primary key (id);
    create unique index on bare.contact (cadre_id, youth_id) where ended_at is null;
    create index on bare.contact (youth_id) where ended_at is null;
    analyze bare.youth, bare.stock, bare.contact;`);
}

const FIELD_COLUMN = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** D2.2 as bare SQL: the youth's row, the holders, the contact, the counter. */
export async function registerBare(pool: Pool, scan: Scan): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select from bare.youth where person_id = $1 for update', [scan.youthId]);
    const counted = await client.query<{ n: number }>(
      'select count(*)::int as n from bare.contact where youth_id = $1 and ended_at is null',
      [scan.youthId],
    );
    if ((counted.rows[0]?.n ?? 0) >= policy.contact.holdersPerYouth) throw new Error('the youth is full');
    await client.query(
      `insert into bare.contact (id, cadre_id, youth_id, post_id, org_id, field, started_by, started_at, counts_until)
       values ($1, $2, $3, $4, $5, $6, 'cadre', $7, $8)`,
      [uuidv7(), scan.cadreId, scan.youthId, scan.postId, scan.orgId, scan.field, new Date(), scan.countsUntil],
    );
    const column = FIELD_COLUMN(scan.field);
    await client.query(`update bare.stock set held = held + 1, ${column} = ${column} + 1 where post_id = $1`, [
      scan.postId,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
