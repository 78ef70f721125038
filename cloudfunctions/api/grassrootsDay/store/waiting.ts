import { sql } from 'kysely';
import type { CheckInReason, CheckInState } from '../../../../types/words';
import type { Tx } from '../../kernel/db';
import { shownSite, type SiteRow } from './sites';

export interface WaitingRow extends SiteRow {
  id: string;
  cadreName: string | null;
  cadreOrg: string;
  day: string;
  step: number | null;
  /** Of its arrival. */
  at: Date;
  state: CheckInState;
  because: CheckInReason | null;
  distanceMetres: number | null;
  askedAt: Date | null;
}

const seen = sql`
  select c.id, c.day, c.step::int as step, c.at, c.state, c.because, c.distance_m as "distanceMetres", c.asked_at as "askedAt",
    visitor_name(c.id) as "cadreName", co.short_name as "cadreOrg", ${shownSite}
  from check_in c
  join site s on s.id = c.site_id join org o on o.id = s.org_id join org co on co.id = c.org_id
  where c.undone_at is null`;

/** Who was at a site on a day, those that wait first. */
export async function visitorsOf(tx: Tx, siteId: string, day: string, limit: number): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    ${seen} and c.site_id = ${siteId} and c.day = ${day}
    order by c.state = 'unconfirmed' desc, c.at, c.id limit ${limit}`.execute(tx);
  return rows;
}

/** Days before this one that wait at a site; whose own they are, they are answered by others. */
export async function waitingBefore(tx: Tx, siteId: string, day: string, except: string): Promise<number> {
  const { n } = await tx
    .selectFrom('check_in')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('site_id', '=', siteId)
    .where('state', '=', 'unconfirmed')
    .where('undone_at', 'is', null)
    .where('day', '<', day)
    .where('cadre_id', '<>', except)
    .executeTakeFirstOrThrow();
  return n;
}

interface Page {
  after: { day: string; id: string } | null;
  limit: number;
  /** Whose own days are answered by others. */
  except: string;
}

const page = ({ after, limit, except }: Page) => sql`
  and c.state = 'unconfirmed' and c.cadre_id <> ${except}
  and (${after === null} or (c.day, c.id) > (${after?.day ?? null}::date, ${after?.id ?? null}::uuid))
  order by c.day, c.id limit ${limit}`;

/** Days that wait at a site, the oldest first. */
export async function waitingAt(tx: Tx, siteId: string, of: Page): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`${seen} and c.site_id = ${siteId} ${page(of)}`.execute(tx);
  return rows;
}

/** Days that wait of the cadres of a subtree, the oldest first. */
export async function waitingBelow(tx: Tx, path: string, of: Page): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`${seen} and co.path like ${`${path}%`} ${page(of)}`.execute(tx);
  return rows;
}

/** D8.2 Answers all of them that wait; none when one is the actor's own, or is not there for the actor. */
export async function answerCheckIns(
  tx: Tx,
  ids: string[],
  { confirmed, reason, at }: { confirmed: boolean; reason: string | null; at: Date },
): Promise<'answered' | 'own' | 'missing'> {
  const { rows } = await sql<{ answered: number }>`
    select answer_check_ins(${ids}::uuid[], ${confirmed}, ${reason}, ${at}) as answered`.execute(tx);
  const answered = rows[0]?.answered ?? -2;
  if (answered === -1) return 'own';
  return answered < 0 ? 'missing' : 'answered';
}

/** How many of them somebody answered at a moment, and not before. */
export async function countAnswered(tx: Tx, ids: string[], { by, at }: { by: string; at: string }): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from check_in
    where id = any (${ids}::uuid[]) and answered_by = ${by} and answered_at = ${at}::timestamptz`.execute(tx);
  return rows[0]?.n ?? 0;
}
