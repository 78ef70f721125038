import { sql } from 'kysely';
import type { Field } from '../../../../types/words';
import type { Tx } from '../../kernel/db';
import { ownUnit } from '../../kernel/units';

/**
 * Takes the youth's row, so that whoever writes about the same youth waits until this transaction ends, and then tells
 * whether the youth agrees to that version of the notice.
 */
export async function lockAgreed(tx: Tx, youthId: string, version: number): Promise<boolean> {
  const [, { rows }] = await Promise.all([
    sql`select youth_lock(${youthId})`.execute(tx),
    sql<{ agreed: boolean }>`select youth_agreed(${youthId}, ${version}) as agreed`.execute(tx),
  ]);
  return rows[0]?.agreed ?? false;
}

/** C9 The live contacts, the stock and the dated history follow in the database. The unit is what others see of it. */
export const correctYouth = (tx: Tx, youthId: string, field: Field, unit: string | null) =>
  tx.updateTable('youth').set({ field, unit }).where('person_id', '=', youthId).execute();

export const correctField = (tx: Tx, youthId: string, field: Field) =>
  tx.updateTable('youth').set({ field }).where('person_id', '=', youthId).execute();

export const youthNow = (tx: Tx, youthId: string) =>
  tx
    .selectFrom('youth as y')
    .innerJoin('person as p', 'p.id', 'y.person_id')
    .leftJoin('unit_check as k', 'k.youth_id', 'y.person_id')
    .select(['p.name', 'y.birth_month as birthMonth', 'y.field'])
    .select(ownUnit)
    .where('y.person_id', '=', youthId)
    .executeTakeFirstOrThrow();

export const withdraw = (tx: Tx, now: Date) => sql`select withdraw_consent(${now})`.execute(tx);

/** False where a post or an administration has to end first. */
export async function closeAccount(tx: Tx, now: Date): Promise<boolean> {
  const { rows } = await sql<{ closed: boolean }>`select close_account(${now}) as closed`.execute(tx);
  return rows[0]?.closed ?? false;
}
