import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { policy } from '../config/policy';
import { PAGE_CODES } from '../types/words';
import { dayOf } from '../cloudfunctions/api/kernel/calendar';
import { codeHash, randomBody } from '../cloudfunctions/api/kernel/codes';
import { openDatabase, type Tx } from '../cloudfunctions/api/kernel/db';
import { searchText } from '../cloudfunctions/api/org/searchText.apart';
import { addInvitation } from '../cloudfunctions/api/org/store/invitations';

interface Wish {
  host: string;
  name: string;
  now?: Date;
}

export interface First {
  link: string;
  code: string;
  expiresAt: Date;
}

/** D1.2 The province, made when there is no organisation yet. */
async function provinceOf(tx: Tx, name: string, now: Date): Promise<number> {
  const found = await tx.selectFrom('org').select('id').where('parent_id', 'is', null).orderBy('id').executeTakeFirst();
  if (found) return found.id;
  const made = await tx
    .insertInto('org')
    .values({
      name,
      short_name: '团省委',
      place: '广东',
      level: 'province',
      path: '',
      search: `${searchText('团省委')} ${name}`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('leading_organ')
    .values({ org_id: made.id, from_day: dayOf(now) })
    .execute();
  return made.id;
}

/**
 * D1.5 The first administrator, whom nobody can appoint: an invitation that binds the first account that opens it. An
 * earlier one that nobody has claimed is worthless from then on; once there is an administrator, there is none any more.
 */
export async function bootstrap(ownerUrl: string, { host, name, now = new Date() }: Wish): Promise<First> {
  const database = openDatabase(ownerUrl, { max: 1, patient: true });
  try {
    return await database.kysely.transaction().execute(async (tx) => {
      await sql`lock table org in exclusive mode`.execute(tx);
      const administrator = await tx.selectFrom('administrator').select('id').limit(1).executeTakeFirst();
      if (administrator) throw new Error('There is an administrator already, who invites the next ones.');
      const orgId = await provinceOf(tx, name, now);
      await tx
        .updateTable('invitation')
        .set({ revoked_at: now })
        .where('made_by', 'is', null)
        .where('claimed_at', 'is', null)
        .where('revoked_at', 'is', null)
        .execute();
      const body = randomBody();
      const expiresAt = new Date(now.getTime() + policy.invitation.firstMinutes * 60_000);
      const to = { name: null, post: null, siteId: null, madeBy: null };
      await addInvitation(tx, { id: uuidv7(), hash: codeHash(body), orgId, ...to, madeAt: now, expiresAt });
      const code = PAGE_CODES.invitation + body;
      return { link: `${host}/s/${code}`, code, expiresAt };
    });
  } finally {
    await database.end();
  }
}

const USAGE = 'usage: npm run bootstrap -- <connection string> --host https://<host> [--name 共青团广东省委员会]';

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { host: { type: 'string' }, name: { type: 'string', default: '共青团广东省委员会' } },
  });
  const [ownerUrl] = positionals;
  if (!ownerUrl || !values.host || !/^https?:\/\/[^/]+$/.test(values.host)) throw new Error(USAGE);
  const { link, code, expiresAt } = await bootstrap(ownerUrl, { host: values.host, name: values.name });
  console.log(`The first account that opens this becomes the province's administrator, until ${expiresAt.toISOString()}:

  ${link}

or, to be typed into 扫一扫:  ${code}`);
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
