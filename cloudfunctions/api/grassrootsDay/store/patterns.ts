import { sql } from 'kysely';
import type { Explanation, PatternKind } from '../../../../types/words';
import type { Tx } from '../../kernel/db';

export interface PatternRow {
  id: string;
  kind: PatternKind;
  day: string;
  figure: number;
  sites: string[];
  explanation: Explanation | null;
  explainedAt: Date | null;
}

const shown = sql`
  p.id, p.kind, p.day, p.figure, pattern_sites(p.id) as sites, p.explanation, p.explained_at as "explainedAt"`;

export interface OwnPatternRow extends PatternRow {
  until: string;
}

interface After {
  day: string;
  id: string;
}

const afterIs = (after: After | null) => sql`
  (${after === null} or (p.day, p.id) < (${after?.day ?? null}::date, ${after?.id ?? null}::uuid))`;

/** One's own, the latest day first; `open` those without a word. */
export async function ownPatterns(tx: Tx, cadreId: string, open: boolean, after: After | null, limit: number) {
  const { rows } = await sql<OwnPatternRow>`
    select ${shown}, p.until_day as until from pattern p
    where p.cadre_id = ${cadreId} and (${!open} or p.explanation is null) and ${afterIs(after)}
    order by p.day desc, p.id desc limit ${limit}`.execute(tx);
  return rows;
}

/** False when there is none of one's own. */
export async function explain(
  tx: Tx,
  cadreId: string,
  id: string,
  explanation: Explanation,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('pattern')
    .set({ explanation, explained_at: now })
    .where('id', '=', id)
    .where('cadre_id', '=', cadreId)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

export interface PatternBelowRow extends PatternRow {
  cadreName: string;
  orgName: string;
}

/** Those of an organisation's cadres and of all below it that have a word, or had their days. */
export async function patternsBelow(
  tx: Tx,
  path: string,
  today: string,
  after: After | null,
  limit: number,
): Promise<PatternBelowRow[]> {
  const { rows } = await sql<PatternBelowRow>`
    select ${shown}, pe.name as "cadreName", o.short_name as "orgName"
    from pattern p join org o on o.id = p.org_id join person pe on pe.id = p.cadre_id
    where o.path like ${`${path}%`} and (p.explanation is not null or p.until_day < ${today})
      and ${afterIs(after)}
    order by p.day desc, p.id desc limit ${limit}`.execute(tx);
  return rows;
}
