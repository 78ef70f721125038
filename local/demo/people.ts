import { policy } from '../../config/policy';
import { quotaFor, standingOf } from '../../cloudfunctions/api/contact/rules';
import { countHolders } from '../../cloudfunctions/api/contact/store';
import { enter, type Actor, type Post, type Youth } from '../../cloudfunctions/api/kernel/actor';
import { dayOf } from '../../cloudfunctions/api/kernel/calendar';
import { openDatabase, type Tx } from '../../cloudfunctions/api/kernel/db';
import { holdings } from '../../cloudfunctions/api/kernel/stock';
import { ageOn, isMinor, isOverAge } from '../../cloudfunctions/api/org/rules';
import { personOfAccount } from '../../cloudfunctions/api/org/store/people';
import { fieldWords, serviceWords } from '../../src/lib/words';
import { APP_ID } from '../../tests/factory';
import type { Field } from '../../types/words';
import { CAST_KEYS, openidOf, type CastKey } from './cast';

/** Somebody whom one can be, with a line and a note as the database has them now. */
export interface DemoPerson {
  key: string;
  personId: string;
  openid: string;
  name: string;
  group: 'cadre' | 'youth' | 'special';
  field: Field | null;
  line: string;
  note: string;
}

type Part = Pick<DemoPerson, 'group' | 'field' | 'line' | 'note'>;

/** The cast, without those who have closed their account. */
export async function demoPeople(connectionString: string): Promise<DemoPerson[]> {
  const database = openDatabase(connectionString);
  try {
    const today = dayOf(new Date());
    return await database.kysely.transaction().execute(async (tx) => {
      const people: DemoPerson[] = [];
      for (const key of CAST_KEYS) people.push(...(await demoPerson(tx, key, today)));
      return people;
    });
  } finally {
    await database.end();
  }
}

async function demoPerson(tx: Tx, key: CastKey, today: string): Promise<DemoPerson[]> {
  const openid = openidOf(key);
  const personId = await personOfAccount(tx, { appId: APP_ID, openid });
  if (!personId) return [];
  const actor = await enter(tx, personId, key, today);
  return [{ key, personId, openid, name: actor.name, ...(await partOf(tx, actor, today)) }];
}

function partOf(tx: Tx, { personId, post, youth, administers }: Actor, today: string): Promise<Part> {
  if (post) return partOfCadre(tx, personId, post, today);
  if (youth) return partOfYouth(tx, personId, youth, today);
  return partOfAdministrator(tx, administers);
}

async function partOfCadre(tx: Tx, personId: string, post: Post, today: string): Promise<Part> {
  const { held, overAge } = await holdings(tx, personId, today);
  const { counted, quota } = standingOf(held, overAge, quotaFor(post, policy.contact), policy.contact);
  const line = `${post.orgShortName} ${post.title}，${serviceWords[post.service]}`;
  return { group: 'cadre', field: null, line, note: `${counted} / ${quota} 位` };
}

async function partOfYouth(tx: Tx, personId: string, { birthMonth, field }: Youth, today: string): Promise<Part> {
  const line = `${fieldWords[field]}，${ageOn(birthMonth, today)} 岁`;
  if (isMinor(birthMonth, today, policy.age)) return { group: 'special', field, line, note: '每次查看都留记录' };
  if (isOverAge(birthMonth, today, policy.age)) return { group: 'special', field, line, note: '可以联系，不计入' };
  return { group: 'youth', field, line, note: holdersNote(await countHolders(tx, personId)) };
}

function holdersNote(holders: number): string {
  if (holders === 0) return '还没有团干部联系';
  const full = holders >= policy.contact.holdersPerYouth ? '，已满' : '';
  return `${holders} 名团干部联系${full}`;
}

async function partOfAdministrator(tx: Tx, administers: Actor['administers']): Promise<Part> {
  const { cadres } = await tx
    .selectFrom('current_post')
    .select((eb) => eb.fn.countAll<string>().as('cadres'))
    .where((eb) => eb.or(administers.map(({ path }) => eb('path', 'like', `${path}%`))))
    .executeTakeFirstOrThrow();
  const line = `${administers.map(({ name }) => name).join('、')}，管理员`;
  return { group: 'cadre', field: null, line, note: `看 ${cadres} 名团干部` };
}
