import { openDatabase } from '../../cloudfunctions/api/kernel/db';
import { APP_ID, makeFactory } from '../../tests/factory';
import { makeCadres } from './cadres';
import { CAST_KEYS, openidOf } from './cast';
import { makeContacts } from './contacts';
import { makeDays } from './days';
import { makeEnded } from './ended';
import { makeHolding } from './holding';
import { makeLogs } from './logs';
import { makeTree } from './tree';
import { makeYouths } from './youths';

const SEED = 2016;

interface Options {
  /** D9.7 The key that seals the channels. */
  fieldKey: string;
  now?: Date;
}

/** Loads the demo into an empty database, as its owner, in one transaction: an interrupted load leaves nothing. */
export async function loadDemo(connectionString: string, { fieldKey, now = new Date() }: Options): Promise<void> {
  const database = openDatabase(connectionString, { patient: true });
  try {
    await database.kysely.transaction().execute(async (tx) => {
      const occupied = await tx.selectFrom('org').select('id').limit(1).executeTakeFirst();
      if (occupied) throw new Error('The database has organisations already; the demo wants an empty one.');
      const factory = makeFactory({ kysely: tx }, { now, seed: SEED });
      const tree = await makeTree(factory);
      const cadres = makeCadres(factory, now, tree, fieldKey);
      const youths = makeYouths(factory, now, tree, cadres);
      const holding = makeHolding(factory, now);
      makeContacts(factory, holding, cadres, youths);
      makeEnded(factory, now, holding, cadres, youths);
      await factory.save();
      await makeLogs(factory, now, tx);
      await makeDays(factory, now, tx, tree, cadres);
    });
  } finally {
    await database.end();
  }
}

/** The cast comes with all the rest or not at all. */
export async function demoIsLoaded(connectionString: string): Promise<boolean> {
  const database = openDatabase(connectionString);
  try {
    const account = await database.kysely
      .selectFrom('account')
      .select('person_id')
      .where('app_id', '=', APP_ID)
      .where('openid', 'in', CAST_KEYS.map(openidOf))
      .limit(1)
      .executeTakeFirst();
    return account !== undefined;
  } finally {
    await database.end();
  }
}
