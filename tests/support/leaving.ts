import { uuidv7 } from 'uuidv7';
import { openDatabase } from '../../cloudfunctions/api/kernel/db';
import type { Field } from '../../types/words';
import { makeFactory } from '../factory';
import { standIn } from './stand-in';

/** In the demo: somebody of 佛山市委 who leaves the post today, and has held this youth for long. */
export async function aLeaver(youth: string, name: string): Promise<void> {
  const db = openDatabase(standIn().ownerUrl);
  try {
    const factory = makeFactory(db, { now: new Date() });
    const org = await db.kysely
      .selectFrom('org')
      .select(['id', 'name', 'path'])
      .where('short_name', '=', '佛山市委')
      .executeTakeFirstOrThrow();
    const held = await db.kysely
      .selectFrom('youth as y')
      .innerJoin('person as p', 'p.id', 'y.person_id')
      .select(['p.id as personId', 'p.name', 'y.birth_month as birthMonth', 'y.field'])
      .where('p.name', '=', youth)
      .orderBy('p.created_at', 'desc')
      .executeTakeFirstOrThrow();
    const person = factory.aPerson(name, `oLeft-${uuidv7()}`.slice(0, 28));
    const cadre = factory.aCadre({ org, person, until: factory.today, title: '宣传部副部长' });
    const startedAt = new Date(Date.now() - 40 * 86_400_000);
    factory.aContact({ cadre, youth: { ...held, openid: '', field: held.field as Field }, startedAt });
    await factory.save();
  } finally {
    await db.end();
  }
}
