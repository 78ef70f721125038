import { sql } from 'kysely';
import type { CodeKind, Field } from '../../../types/words';
import { codeBody, codeHash, type PersonCode } from '../kernel/codes';
import { presented } from '../kernel/actor';
import type { Tx } from '../kernel/db';
import { heldYouth, lastLogOf, quietSince, type Holder } from '../kernel/holding';
import type { Key } from '../kernel/secrets';

/** Also one that died with a consent: its version is never used again. */
const latestCode = (tx: Tx, kind: CodeKind, personId: string) =>
  tx
    .selectFrom('code')
    .select(['hash', 'version', 'revoked_at as revokedAt'])
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();

/** A person's code, made at the first asking, and anew (which kills every old picture) when the key has changed. */
export async function ownCode(tx: Tx, key: Key, kind: CodeKind, personId: string, now: Date): Promise<string> {
  const row = await latestCode(tx, kind, personId);
  const body = codeBody(key, kind, personId, row?.version ?? 1);
  if (row && !row.revokedAt && codeHash(body).equals(row.hash)) return body;
  return renewCode(tx, key, kind, personId, now);
}

/** The next version of a person's code; two at once make the same. */
export async function renewCode(tx: Tx, key: Key, kind: CodeKind, personId: string, now: Date): Promise<string> {
  const row = await latestCode(tx, kind, personId);
  if (row && !row.revokedAt)
    await tx.updateTable('code').set({ revoked_at: now }).where('hash', '=', row.hash).execute();
  return addCode(tx, key, kind, personId, row ? row.version + 1 : 1, now);
}

async function addCode(
  tx: Tx,
  key: Key,
  kind: CodeKind,
  personId: string,
  version: number,
  now: Date,
): Promise<string> {
  const body = codeBody(key, kind, personId, version);
  await tx
    .insertInto('code')
    .values({ hash: codeHash(body), kind, person_id: personId, version, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return body;
}

/** The file of a person's live code, and those of codes that are no more. */
export async function picturesOf(tx: Tx, kind: CodeKind, personId: string) {
  const rows = await tx
    .selectFrom('code')
    .select(['picture', 'revoked_at as revokedAt'])
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('picture', 'is not', null)
    .execute();
  const pictures = rows.map(({ picture, revokedAt }) => ({ picture: picture ?? '', revoked: revokedAt !== null }));
  return {
    picture: pictures.find(({ revoked }) => !revoked)?.picture ?? null,
    ofRevoked: pictures.filter(({ revoked }) => revoked).map(({ picture }) => picture),
  };
}

/** From now on this is the picture of the code, if it is still the person's, and those of revoked ones are gone. */
export const keepPicture = (tx: Tx, personId: string, hash: Buffer, fileId: string) =>
  tx
    .updateTable('code')
    .set({ picture: sql`case when hash = ${hash} then ${fileId} end` })
    .where('person_id', '=', personId)
    .where((where) => where.or([where('hash', '=', hash), where('revoked_at', 'is not', null)]))
    .execute();

/** Uses a step of a live code; false when this scanner has used it on this person before. */
export async function useStep(tx: Tx, scannerId: string, personId: string, step: number, now: Date): Promise<boolean> {
  const used = await tx
    .insertInto('code_use')
    .values({ scanner_id: scannerId, person_id: personId, step, used_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(used.numInsertedOrUpdatedRows) === 1;
}

export const stepIsUsed = async (tx: Tx, scannerId: string, personId: string, step: number): Promise<boolean> => {
  const row = await tx
    .selectFrom('code_use')
    .select('step')
    .where('scanner_id', '=', scannerId)
    .where('person_id', '=', personId)
    .where('step', '=', String(step))
    .executeTakeFirst();
  return row !== undefined;
};

export interface Pair {
  actorId: string;
  /** Of the code that the actor was shown: the other one is a youth or a cadre. */
  kind: CodeKind;
}

/** The person whose code was just shown. */
const other = sql<string>`app_presented()`;

/**
 * Whose code it is (null for one that nobody has, or that was renewed), and how many hold the youth. From now on, in
 * this transaction, the actor sees its owner. With `lock`, the holders are counted under the youth's lock (C4): until
 * this transaction ends, nobody else may add one.
 */
export async function present(tx: Tx, { actorId, kind }: Pair, { body }: PersonCode, { lock }: { lock: boolean }) {
  const youth = kind === 'youth' ? sql`id` : sql`${actorId}::uuid`;
  const holders = lock ? sql`youth_lock(${youth})` : sql`youth_holders(${youth})`;
  const { rows } = await sql<{ ownerId: string | null; holders: number }>`
    select id as "ownerId", ${presented(sql`id::text`)}, ${holders} as holders
    from code_person(${kind}, ${codeHash(body)}) as id`.execute(tx);
  return rows[0] ?? { ownerId: null, holders: 0 };
}

export async function countHolders(tx: Tx, youthId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select youth_holders(${youthId}) as n`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** The person whose code was shown, if there still is one, the youth of the two, and what stands between them. */
export const shown = (tx: Tx, { actorId, kind }: Pair, noticeVersion: number, today: string) => {
  const actor = sql<string>`${actorId}::uuid`;
  const [cadreId, youthId] = kind === 'youth' ? [actor, other] : [other, actor];
  return tx
    .selectFrom('person as p')
    .leftJoin('youth as y', (join) => join.on('y.person_id', '=', youthId))
    .leftJoin('contact as c', (join) =>
      join.on('c.cadre_id', '=', cadreId).on('c.youth_id', '=', youthId).on('c.ended_at', 'is', null),
    )
    .select(['p.name', 'y.birth_month as birthMonth', 'y.field', 'y.unit', 'c.started_at as since'])
    .select([
      sql<boolean>`youth_agreed(${youthId}, ${noticeVersion})`.as('agreed'),
      sql<boolean>`youth_blocks(${youthId}, ${cadreId})`.as('blocked'),
      sql<boolean>`minor_approved(${cadreId}, ${today})`.as('approvedForMinors'),
    ])
    .where('p.id', '=', other)
    .executeTakeFirst();
};

export interface NewContact {
  id: string;
  cadreId: string;
  youthId: string;
  postId: string;
  orgId: number;
  field: Field;
  startedBy: 'cadre' | 'youth';
  countsUntil: string;
}

export const addContact = (tx: Tx, contact: NewContact, now: Date) =>
  tx
    .insertInto('contact')
    .values({
      id: contact.id,
      cadre_id: contact.cadreId,
      youth_id: contact.youthId,
      post_id: contact.postId,
      org_id: contact.orgId,
      field: contact.field,
      started_by: contact.startedBy,
      started_at: now,
      counts_until: contact.countsUntil,
    })
    .execute();

/**
 * A contact that the actor may see, also one that has ended, under its lock: whoever comes second sees what the first
 * has made of it.
 */
export const lockContact = (tx: Tx, contactId: string) =>
  tx
    .selectFrom('contact')
    .select(['id', 'cadre_id as cadreId', 'youth_id as youthId', 'started_at as startedAt', 'ended_at as endedAt'])
    .where('id', '=', contactId)
    .forNoKeyUpdate()
    .executeTakeFirst();

export const endContact = (tx: Tx, contactId: string, by: 'undone' | 'left', now: Date) =>
  tx.updateTable('contact').set({ ended_at: now, ended_by: by }).where('id', '=', contactId).execute();

export const addBlock = (tx: Tx, youthId: string, cadreId: string, now: Date) =>
  tx
    .insertInto('block')
    .values({ youth_id: youthId, cadre_id: cadreId, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const removeBlock = (tx: Tx, youthId: string, cadreId: string) =>
  tx.deleteFrom('block').where('youth_id', '=', youthId).where('cadre_id', '=', cadreId).execute();

export interface HeldFilter {
  search?: string;
  field?: Field;
  /** Only those without a log since before this day. */
  quietBefore: string | null;
  after: { startedAt: string; contactId: string } | null;
}

const lastLog = lastLogOf(sql`c.id`);
const withLast = (tx: Tx, holder: Holder) => heldYouth(tx, holder).select(lastLog.as('lastOn'));

/** A cadre's youths, the newest first. The cursor carries microseconds, which a Date would lose. */
export const listHeld = (tx: Tx, holder: Holder, filter: HeldFilter, limit: number) => {
  const { search, field, quietBefore, after } = filter;
  let query = withLast(tx, holder).select(
    sql<string>`to_char(c.started_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('cursorAt'),
  );
  if (search) query = query.where('p.search', 'like', `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`);
  if (field) query = query.where('y.field', '=', field);
  if (quietBefore) query = query.where(quietSince(quietBefore, lastLog, sql`c.started_at`));
  if (after)
    query = query.where(
      sql<boolean>`(c.started_at, c.id) < (${after.startedAt}::timestamptz, ${after.contactId}::uuid)`,
    );
  return query.orderBy('c.started_at', 'desc').orderBy('c.id', 'desc').limit(limit).execute();
};

export const oneHeld = (tx: Tx, holder: Holder, contactId: string) =>
  withLast(tx, holder).where('c.id', '=', contactId).executeTakeFirst();

/** One who holds a youth, and how many do; the name is null when the account is closed. */
export const oneHolder = (tx: Tx, youthId: string, contactId: string) =>
  tx
    .selectFrom('contact as c')
    .leftJoin('person as p', 'p.id', 'c.cadre_id')
    .select(['c.started_at as startedAt', 'p.name', sql<number>`youth_holders(c.youth_id)`.as('holders')])
    .where('c.id', '=', contactId)
    .where('c.youth_id', '=', youthId)
    .where('c.ended_at', 'is', null)
    .executeTakeFirst();

/** Who holds a youth, the earliest first; the post is null for a cadre who has left it. */
export const listHolders = (tx: Tx, youthId: string) =>
  tx
    .selectFrom('contact as c')
    .innerJoin('person as p', 'p.id', 'c.cadre_id')
    .leftJoin('current_post as post', 'post.person_id', 'c.cadre_id')
    .select([
      'c.id as contactId',
      'c.cadre_id as cadreId',
      'c.started_at as startedAt',
      'c.started_by as startedBy',
      'p.name',
    ])
    .select(['post.org_short_name as orgName', 'post.title', 'post.place', 'post.leading_organ as leadingOrgan'])
    .select(lastLog.as('lastOn'))
    .where('c.youth_id', '=', youthId)
    .where('c.ended_at', 'is', null)
    .orderBy('c.started_at')
    .execute();

/** The channels that the holders of a youth show to their contacts (D2.4), sealed. */
export const holdersChannels = (tx: Tx, cadreIds: string[]) =>
  tx
    .selectFrom('channel')
    .select(['person_id as personId', 'kind', 'sealed'])
    .where('person_id', '=', sql<string>`any(${cadreIds}::uuid[])`)
    .where('circle', '!=', 'organisation')
    .orderBy('kind')
    .execute();
