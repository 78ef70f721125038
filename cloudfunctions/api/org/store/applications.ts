import { sql } from 'kysely';
import type { Application } from '../../../../types/org';
import type { Service } from '../../../../types/words';
import type { Tx } from '../../kernel/db';

interface NewApplication {
  id: string;
  personId: string;
  orgId: number;
  service: Service;
  title: string;
  madeAt: Date;
  dueDay: string;
}

/** D8.1 False when one of the person's own waits for an answer already. */
export async function addApplication(tx: Tx, application: NewApplication): Promise<boolean> {
  const added = await tx
    .insertInto('application')
    .values({
      id: application.id,
      person_id: application.personId,
      org_id: application.orgId,
      service: application.service,
      title: application.title,
      made_at: application.madeAt,
      due_day: application.dueDay,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows) === 1;
}

export const latestApplication = (tx: Tx, personId: string) =>
  tx
    .selectFrom('application as a')
    .innerJoin('org as o', 'o.id', 'a.org_id')
    .select(['o.short_name as orgName', 'a.service', 'a.title', 'a.made_at as madeAt', 'a.due_day as dueOn'])
    .select(['a.answer', 'a.answered_at as answeredAt', 'a.reason'])
    .where('a.person_id', '=', personId)
    .orderBy('a.made_at', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Nothing that waits of somebody who has closed the account (D9.5): nobody sees them any more. */
export async function lockApplication(tx: Tx, id: string) {
  return tx
    .selectFrom('application as a')
    .innerJoin('org as o', 'o.id', 'a.org_id')
    .leftJoin('person as p', 'p.id', 'a.person_id')
    .select(['a.id', 'a.person_id as personId', 'a.org_id as orgId', 'a.answer', 'o.path'])
    .where('a.id', '=', id)
    .where((or) => or.or([or('a.answer', 'is not', null), or('p.id', 'is not', null)]))
    .forUpdate('a')
    .executeTakeFirst();
}

interface Answered {
  answer: NonNullable<Application['answer']>;
  reason?: string;
  by: string;
  at: Date;
}

const open = (tx: Tx, { answer, reason, by, at }: Answered) =>
  tx
    .updateTable('application')
    .set({ answer, reason: reason ?? null, answered_by: by, answered_at: at })
    .where('answered_at', 'is', null);

/** False when it was answered already. */
export async function answerApplication(tx: Tx, id: string, answered: Answered): Promise<boolean> {
  const updated = await open(tx, answered).where('id', '=', id).executeTakeFirst();
  return Number(updated.numUpdatedRows) === 1;
}

/** False when the person has none that waits. */
export async function withdrawOpen(tx: Tx, personId: string, at: Date): Promise<boolean> {
  const withdrawn = open(tx, { answer: 'withdrawn', by: personId, at });
  const updated = await withdrawn.where('person_id', '=', personId).executeTakeFirst();
  return Number(updated.numUpdatedRows) === 1;
}

/** What waits in these subtrees, the oldest first. Who has closed the account waits no more (D9.5). */
export const openApplications = (
  tx: Tx,
  roots: readonly string[],
  after: { madeAt: string; id: string } | null,
  limit: number,
) =>
  tx
    .selectFrom('application as a')
    .innerJoin('org as o', 'o.id', 'a.org_id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['a.id as applicationId', 'p.name', 'o.short_name as orgName', 'a.service', 'a.title'])
    .select(['a.made_at as madeAt', 'a.due_day as dueOn'])
    .select(sql<string>`to_char(a.made_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('madeAtExactly'))
    .where('a.answered_at', 'is', null)
    .where('o.path', 'like', sql<string>`any(${roots.map((path) => `${path}%`)}::text[])`)
    .where(
      sql<boolean>`${after === null} or (a.made_at, a.id) > (${after?.madeAt ?? null}::timestamptz, ${after?.id ?? null}::uuid)`,
    )
    .orderBy('a.made_at')
    .orderBy('a.id')
    .limit(limit)
    .execute();
