import { sql } from 'kysely';
import type { Tx } from '../../kernel/db';

export interface KnownYear {
  year: number;
  off: string[];
  worked: string[];
  /** Who loaded it, as far as the actor may see; null where it came with the program. */
  by: string | null;
}

/** The years that are known, the latest first. */
export async function knownYears(tx: Tx): Promise<KnownYear[]> {
  const { rows } = await sql<KnownYear>`
    select y.year, y.off::text[] as off, y.worked::text[] as worked, (
        select p.name from work_year_load l join person p on p.id = l.loaded_by
        where l.year = y.year order by l.id desc limit 1
      ) as by
    from work_year y order by y.year desc`.execute(tx);
  return rows;
}

export async function isKnown(tx: Tx, year: number): Promise<boolean> {
  const { rows } = await sql`select from work_year where year = ${year}`.execute(tx);
  return rows.length > 0;
}

/** D1.5 Whether the actor administers the province. */
export async function managesAll(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select app_manages_all() as yes`.execute(tx);
  return rows[0]?.yes ?? false;
}

interface Load {
  id: string;
  year: number;
  off: string[];
  worked: string[];
  notice: string;
  by: string;
  at: Date;
}

/** The year is known by it from then on; what was known before stays in the row. */
export const loadYear = (tx: Tx, { id, year, off, worked, notice, by, at }: Load) =>
  sql`insert into work_year_load (id, year, off, worked, notice, loaded_at, loaded_by)
    values (${id}, ${year}, ${off}::date[], ${worked}::date[], ${notice}, ${at}, ${by})`.execute(tx);
