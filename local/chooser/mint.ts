import { openDatabase } from '../../cloudfunctions/api/kernel/db';
import { readKeys } from '../../cloudfunctions/api/kernel/secrets';
import { openSession, sealNewcomer, type WxAccount } from '../../cloudfunctions/api/kernel/sessions';

/** A session of anybody, opened by the database's owner: this is what a laptop may do and a deployment may not. */
export async function mintSession(ownerUrl: string, personId: string) {
  const database = openDatabase(ownerUrl, { max: 1 });
  try {
    return await database.kysely.transaction().execute((tx) => openSession(tx, personId, new Date()));
  } finally {
    await database.end();
  }
}

/** The ticket of a WeChat account that has agreed to nothing yet. */
export const mintNewcomer = (sealKey: string, account: WxAccount) =>
  sealNewcomer(readKeys(sealKey), account, new Date());
