import { sql } from 'kysely';
import { openDatabase } from '../../cloudfunctions/api/kernel/db';
import { readKeys } from '../../cloudfunctions/api/kernel/secrets';
import {
  openNewcomer,
  openSession,
  sealNewcomer,
  tokenHash,
  type WxAccount,
} from '../../cloudfunctions/api/kernel/sessions';

/** A session of anybody, opened by the database's owner: this is what a laptop may do and a deployment may not. */
export async function mintSession(ownerUrl: string, personId: string, words = '') {
  const database = openDatabase(ownerUrl, { max: 1 });
  try {
    return await database.kysely
      .transaction()
      .execute((tx) => openSession(tx, personId, new Date(), { kind: 'browser', words }));
  } finally {
    await database.end();
  }
}

/** Whether a browser's token is somebody's still; after a reset it is nobody's. */
export async function isSomebodys(ownerUrl: string, sealKey: string, token: string): Promise<boolean> {
  const now = new Date();
  if (openNewcomer(readKeys(sealKey), token, now)) return true;
  const database = openDatabase(ownerUrl, { max: 1 });
  try {
    const { rows } = await sql<{ id: string | null }>`select session_person(${tokenHash(token)}, ${now}) as id`.execute(
      database.kysely,
    );
    return Boolean(rows[0]?.id);
  } finally {
    await database.end();
  }
}

/** The ticket of a WeChat account that has agreed to nothing yet. */
export const mintNewcomer = (sealKey: string, account: WxAccount) =>
  sealNewcomer(readKeys(sealKey), account, new Date());
