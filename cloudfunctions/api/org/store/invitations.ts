import { sql } from 'kysely';
import type { Appointment } from '../../../../types/org';
import type { InvitationKind, Service } from '../../../../types/words';
import type { Tx } from '../../kernel/db';

export interface NewInvitation {
  id: string;
  hash: Buffer;
  orgId: number;
  /** Null of the very first one. */
  name: string | null;
  /** To a post; without one, to be a site's contact or else an administrator. */
  post: Appointment | null;
  siteId: string | null;
  madeBy: { personId: string; name: string } | null;
  madeAt: Date;
  expiresAt: Date;
}

function kindOf({ post, siteId }: NewInvitation): InvitationKind {
  if (post) return 'post';
  return siteId ? 'siteContact' : 'administrator';
}

export const addInvitation = (tx: Tx, invitation: NewInvitation) =>
  tx
    .insertInto('invitation')
    .values({
      id: invitation.id,
      hash: invitation.hash,
      kind: kindOf(invitation),
      site_id: invitation.siteId,
      org_id: invitation.orgId,
      name: invitation.name,
      service: invitation.post?.service ?? null,
      in_establishment: invitation.post?.inEstablishment ?? null,
      leadership: invitation.post?.leadership ?? null,
      title: invitation.post?.title ?? null,
      from_day: invitation.post?.from ?? null,
      made_by: invitation.madeBy?.personId ?? null,
      made_by_name: invitation.madeBy?.name ?? null,
      made_at: invitation.madeAt,
      expires_at: invitation.expiresAt,
    })
    .execute();

const selected = (tx: Tx) =>
  tx
    .selectFrom('invitation as i')
    .innerJoin('org as o', 'o.id', 'i.org_id')
    .leftJoin('site as s', 's.id', 'i.site_id')
    .select(['i.id', 'i.kind', 'i.org_id as orgId', 'o.name as orgName', 'o.path', 'i.name', 'i.made_by as madeBy'])
    .select(['i.site_id as siteId', 's.name as siteName'])
    .select(['i.made_by_name as madeByName', 'i.expires_at as expiresAt', 'i.claimed_at as claimedAt'])
    .select(['i.revoked_at as revokedAt', 'i.service', 'i.in_establishment', 'i.leadership', 'i.title', 'i.from_day']);

export interface InvitationRow extends Omit<NewInvitation, 'hash' | 'madeBy' | 'madeAt'> {
  kind: InvitationKind;
  orgName: string;
  path: string;
  siteName: string | null;
  madeBy: string | null;
  madeByName: string | null;
  claimedAt: Date | null;
  revokedAt: Date | null;
}

type Selected = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

/** What a row says of the post that it is about; null when it is about none. */
function postOf({ service, in_establishment, leadership, title, from_day }: Selected): Appointment | null {
  if (service === null || in_establishment === null || leadership === null || title === null || from_day === null)
    return null;
  return { service: service as Service, inEstablishment: in_establishment, leadership, title, from: from_day };
}

const rowOf = (row: Selected): InvitationRow => ({
  id: row.id,
  kind: row.kind as InvitationKind,
  orgId: row.orgId,
  orgName: row.orgName,
  path: row.path,
  name: row.name,
  post: postOf(row),
  siteId: row.siteId,
  siteName: row.siteName,
  madeBy: row.madeBy,
  madeByName: row.madeByName,
  expiresAt: row.expiresAt,
  claimedAt: row.claimedAt,
  revokedAt: row.revokedAt,
});

/** The invitation behind a secret, for whoever shows it; locked, a second claimer waits for the first. */
export async function shownInvitation(
  tx: Tx,
  hash: Buffer,
  { lock }: { lock: boolean },
): Promise<InvitationRow | null> {
  const [, row] = await Promise.all([
    sql`select set_config('app.invitation', ${hash.toString('hex')}, true)`.execute(tx),
    selected(tx)
      .where('i.hash', '=', hash)
      .$if(lock, (query) => query.forUpdate('i'))
      .executeTakeFirst(),
  ]);
  return row ? rowOf(row) : null;
}

export async function lockInvitation(tx: Tx, id: string): Promise<InvitationRow | null> {
  const row = await selected(tx).where('i.id', '=', id).forUpdate('i').executeTakeFirst();
  return row ? rowOf(row) : null;
}

export const setSecret = (tx: Tx, id: string, hash: Buffer) =>
  tx.updateTable('invitation').set({ hash }).where('id', '=', id).execute();

export const setClaimed = (tx: Tx, id: string, personId: string, now: Date) =>
  tx.updateTable('invitation').set({ claimed_by: personId, claimed_at: now }).where('id', '=', id).execute();

export const setRevoked = (tx: Tx, id: string, personId: string | null, now: Date) =>
  tx.updateTable('invitation').set({ revoked_by: personId, revoked_at: now }).where('id', '=', id).execute();

/** D4.1 The invitation to be a site's contact that nobody has claimed yet. */
export const openOfSite = (tx: Tx, siteId: string) =>
  tx
    .selectFrom('invitation')
    .select(['name', 'expires_at as expiresAt'])
    .where('site_id', '=', siteId)
    .where('claimed_at', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();

export const revokeOfSite = (tx: Tx, siteId: string, personId: string, now: Date) =>
  tx
    .updateTable('invitation')
    .set({ revoked_by: personId, revoked_at: now })
    .where('site_id', '=', siteId)
    .where('claimed_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();

/** D4.1 Who has just claimed an invitation is the contact of its site from now on; false when that has closed. */
export async function takeSite(tx: Tx, invitationId: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select take_site(${invitationId}, ${now}) as taken`.execute(tx);
  return rows[0]?.taken ?? false;
}

/** What is neither claimed nor withdrawn in a subtree, the latest first. */
export const openInvitations = (tx: Tx, path: string, after: { madeAt: string; id: string } | null, limit: number) =>
  tx
    .selectFrom('invitation as i')
    .innerJoin('org as o', 'o.id', 'i.org_id')
    .leftJoin('site as s', 's.id', 'i.site_id')
    .select(['i.id as invitationId', 'i.kind', 'o.short_name as orgName', 'i.name', 'i.title', 's.name as siteName'])
    .select(['i.made_at as madeAt', 'i.made_by_name as madeBy', 'i.expires_at as expiresAt'])
    .select(sql<string>`to_char(i.made_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('madeAtExactly'))
    .where('o.path', 'like', `${path}%`)
    .where('i.claimed_at', 'is', null)
    .where('i.revoked_at', 'is', null)
    .where(
      sql<boolean>`${after === null} or (i.made_at, i.id) < (${after?.madeAt ?? null}::timestamptz, ${after?.id ?? null}::uuid)`,
    )
    .orderBy('i.made_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(limit)
    .execute();
