import { sql } from 'kysely';
import { policy } from '../../config/policy';
import { readFacts } from '../api/grassrootsDay/rules/facts';
import { frameOf, mondayOf, sundayOf, weekOf } from '../api/grassrootsDay/rules/week';
import type { Database } from '../api/kernel/db';
import { workYears } from '../api/kernel/workYears';

export interface Batch {
  appId: string;
  after: string | null;
  size: number;
}

/** D4.3 The posts of a batch of those who may be told, whose week owes its day as the year's page says it. */
export async function owingPosts({ kysely }: Database, day: string, { appId, after, size }: Batch): Promise<string[]> {
  const monday = mondayOf(day);
  const span = { from: monday, until: sundayOf(monday) };
  const [years, { rows }] = await Promise.all([
    workYears(kysely, span),
    sql<{ facts: string[] }>`
      select weeks_of_reminded(${appId}, 'todo', ${day}, ${[...policy.grassrootsDay.services]}::text[],
        ${span.from}, ${span.until}, ${after}, ${size}) as facts`.execute(kysely),
  ]);
  const frame = frameOf(monday, years);
  return (rows[0]?.facts ?? [])
    .map((fact) => readFacts(fact, monday))
    .filter((facts) => weekOf(frame, facts, day, policy.grassrootsDay)?.state === 'owed')
    .map(({ postId }) => postId);
}
