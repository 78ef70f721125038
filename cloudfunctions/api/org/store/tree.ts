import { sql } from 'kysely';
import type { Level } from '../../../../types/words';
import type { Tx } from '../../kernel/db';

export interface OrgRow {
  id: number;
  name: string;
  level: Level;
  path: string;
}

export async function orgById(tx: Tx, id: number): Promise<OrgRow | null> {
  const row = await tx
    .selectFrom('org')
    .select(['id', 'short_name as name', 'level', 'path'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { ...row, level: row.level as Level } : null;
}

/** The organisations of a path, from the top down. */
export const orgsOfPath = (tx: Tx, path: string) =>
  tx
    .selectFrom('org')
    .select(['id as orgId', 'short_name as name', 'path'])
    .where('id', '=', sql<number>`any(${path.split('/').filter(Boolean).map(Number)}::int[])`)
    .orderBy('path')
    .execute();

export async function orgsBelow(tx: Tx, orgId: number) {
  const rows = await tx
    .selectFrom('org')
    .select(['id as orgId', 'short_name as name', 'level'])
    .where('parent_id', '=', orgId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, level: row.level as Level }));
}
