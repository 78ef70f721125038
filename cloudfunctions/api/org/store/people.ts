import { sql } from 'kysely';
import type { Field } from '../../../../types/words';
import type { Tx } from '../../kernel/db';
import type { WxAccount } from '../../kernel/sessions';

export interface NewYouth {
  birthMonth: string;
  field: Field;
  unit: string | null;
  noticeVersion: number;
}

export interface NewPerson {
  personId: string;
  account: WxAccount;
  name: string;
}

/**
 * D9.1 Makes the person of a WeChat account; the actor becomes that person for the rest of the transaction.
 * False when the account has a person already.
 */
export async function addPerson(tx: Tx, { personId, account, name }: NewPerson, now: Date): Promise<boolean> {
  // The dictionary behind it takes longer to load than all the rest of the function.
  const { searchText } = await import('../searchText.apart');
  await sql`select set_config('app.person', ${personId}, true)`.execute(tx);
  await tx
    .insertInto('person')
    .values({ id: personId, name, search: searchText(name), created_at: now })
    .execute();
  const bound = await tx
    .insertInto('account')
    .values({ app_id: account.appId, openid: account.openid, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(bound.numInsertedOrUpdatedRows) === 1;
}

/** D9.1 The consent and the youth, together; false when the person is a youth already. */
export async function addYouth(tx: Tx, personId: string, youth: NewYouth, now: Date): Promise<boolean> {
  const { birthMonth, field, unit, noticeVersion } = youth;
  const added = await tx
    .insertInto('youth')
    .values({ person_id: personId, birth_month: birthMonth, field, unit, registered_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows) === 0) return false;
  await addAgreement(tx, personId, noticeVersion, now);
  return true;
}

/** D9.1 Somebody has agreed to a version of the notice; once is enough. */
export const addAgreement = (tx: Tx, personId: string, version: number, now: Date) =>
  tx
    .insertInto('consent')
    .values({ person_id: personId, version, agreed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** The person of an account who signs in; held, so that nobody replaces the account meanwhile (C7). */
export const personOfAccount = async (tx: Tx, { appId, openid }: WxAccount): Promise<string | null> => {
  const { rows } = await sql<{ id: string | null }>`select account_signs_in(${appId}, ${openid}) as id`.execute(tx);
  return rows[0]?.id ?? null;
};

export const endSession = (tx: Tx, tokenHash: Buffer, now: Date) =>
  tx
    .updateTable('session')
    .set({ ended_at: now })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute();
