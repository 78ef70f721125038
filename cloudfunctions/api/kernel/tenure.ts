import { sql } from 'kysely';
import type { Service } from '../../../types/words';
import type { Tx } from './db';

interface PostClass {
  service: Service;
  leadingOrgan: boolean;
}

/** D10.4 The post that a cadre held on a day, or had held last. */
export interface Tenure extends PostClass {
  since: string;
  /** The names of its organisation. */
  orgNames: string[];
  /** The post before this one, on its last day; null when there was none. */
  before: PostClass | null;
}

/** Null when the cadre's first post began later. */
export async function tenureOn(tx: Tx, cadreId: string, day: string): Promise<Tenure | null> {
  const { rows } = await sql<Tenure>`
    select p.from_day as since, p.service, array[o.name, o.short_name] as "orgNames", exists (
        select from leading_organ l
        where l.org_id = p.org_id and l.from_day <= ${day} and (l.until_day is null or ${day} < l.until_day)
      ) as "leadingOrgan",
      (
        select json_build_object('service', b.service, 'leadingOrgan', exists (
          select from leading_organ l
          where l.org_id = b.org_id and l.from_day < b.until_day and (l.until_day is null or b.until_day <= l.until_day)
        ))
        from post b where b.person_id = ${cadreId} and b.until_day <= p.from_day and b.until_day > b.from_day
        order by b.until_day desc limit 1
      ) as before
    from post p join org o on o.id = p.org_id
    where p.person_id = ${cadreId} and p.from_day <= ${day} and (p.until_day is null or p.until_day > p.from_day)
    order by p.from_day desc limit 1`.execute(tx);
  return rows[0] ?? null;
}
