import { sql } from 'kysely';
import type { CheckInReason, CheckInState, DayClock } from '../../../../types/words';
import type { Tx } from '../../kernel/db';
import { shownSite, type SiteRow } from './sites';

/** D10.4 Whether somebody holds a post on a day. */
export async function holdsOn(tx: Tx, personId: string, day: string): Promise<boolean> {
  const { rows } = await sql`
    select from post where person_id = ${personId} and from_day <= ${day} and (until_day is null or ${day} < until_day)`.execute(
    tx,
  );
  return rows.length > 0;
}

export interface OwnRow extends SiteRow {
  id: string;
  day: string;
  clock: DayClock;
  step: number | null;
  /** Of its arrival. */
  at: Date;
  state: CheckInState;
  because: CheckInReason | null;
  distanceMetres: number | null;
  outAt: Date | null;
  askedAt: Date | null;
  answeredAs: 'contact' | 'administrator' | null;
  reason: string | null;
  line: string | null;
}

/** Where a cadre was on a day. */
type SiteDay = Pick<NewCheckIn, 'cadreId' | 'siteId' | 'day'>;

const own = (cadreId: string) => sql`
  select c.id, c.day, c.clock, c.step::int as step, c.at, c.state, c.because, c.distance_m as "distanceMetres", c.out_at as "outAt",
    c.asked_at as "askedAt", c.answered_as as "answeredAs", c.reason, l.line, ${shownSite}
  from check_in c
  join site s on s.id = c.site_id join org o on o.id = s.org_id
  left join check_in_line l on l.check_in_id = c.id
  where c.cadre_id = ${cadreId} and c.undone_at is null`;

export async function ownAt(tx: Tx, { cadreId, siteId, day }: SiteDay): Promise<OwnRow | null> {
  const { rows } = await sql<OwnRow>`${own(cadreId)} and c.site_id = ${siteId} and c.day = ${day}`.execute(tx);
  return rows[0] ?? null;
}

export async function ownOne(tx: Tx, cadreId: string, id: string): Promise<OwnRow | null> {
  const { rows } = await sql<OwnRow>`${own(cadreId)} and c.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** Another one on a day, at whatever site: the day stays one (C18). */
export async function ownOn(tx: Tx, cadreId: string, day: string): Promise<OwnRow | null> {
  const { rows } = await sql<OwnRow>`
    ${own(cadreId)} and c.day = ${day} order by c.state = 'confirmed' desc, c.id desc limit 1`.execute(tx);
  return rows[0] ?? null;
}

interface Page {
  from: string | null;
  until: string | null;
  after: { day: string; id: string } | null;
}

export async function ownDays(tx: Tx, cadreId: string, { from, until, after }: Page, limit: number) {
  const { rows } = await sql<OwnRow>`
    ${own(cadreId)} and (${from}::date is null or c.day >= ${from}::date) and (${until}::date is null or c.day <= ${until}::date)
      and (${after === null} or (c.day, c.id) < (${after?.day ?? null}::date, ${after?.id ?? null}::uuid))
    order by c.day desc, c.id desc limit ${limit}`.execute(tx);
  return rows;
}

/** One's own under its lock: whoever would answer it waits. */
export const lockOwn = (tx: Tx, cadreId: string, id: string) =>
  tx
    .selectFrom('check_in')
    .select(['id', 'day', 'at', 'state', 'asked_at as askedAt'])
    .where('id', '=', id)
    .where('cadre_id', '=', cadreId)
    .where('undone_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();

export interface NewCheckIn {
  id: string;
  cadreId: string;
  siteId: string;
  day: string;
  clock: DayClock;
  /** Of a live code; null without one. */
  step: number | null;
  state: Exclude<CheckInState, 'refused'>;
  because: CheckInReason | null;
  evidence: { distance: number; accuracy: number } | null;
}

/**
 * Of the actor, who holds a post on the day until this transaction ends (D10.4). False without one, and when a check-in
 * was there on that day already; of two at once, the second waits for the first.
 */
export async function addCheckIn(tx: Tx, made: NewCheckIn, now: Date): Promise<boolean> {
  const { evidence } = made;
  const { numAffectedRows } = await sql`
    insert into check_in (id, cadre_id, post_id, org_id, site_id, day, clock, step, at, state, because, distance_m, accuracy_m)
    select ${made.id}, ${made.cadreId}, post_id, org_id, ${made.siteId}, ${made.day}, ${made.clock}, ${made.step}, ${now},
      ${made.state}, ${made.because}, ${evidence?.distance ?? null}, ${evidence?.accuracy ?? null}
    from held_post(${made.day}) where post_id is not null
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** What has been added, as `ownAt` would read it. */
export const justMade = ({ evidence, ...made }: NewCheckIn, site: SiteRow, now: Date): OwnRow => ({
  ...made,
  ...site,
  at: now,
  distanceMetres: evidence?.distance ?? null,
  outAt: null,
  askedAt: null,
  answeredAs: null,
  reason: null,
  line: null,
});

/** That of a site and day, under its lock; none when it was undone meanwhile. */
export const lockAt = (tx: Tx, { cadreId, siteId, day }: SiteDay) =>
  tx
    .selectFrom('check_in')
    .select(['id', 'state'])
    .where('cadre_id', '=', cadreId)
    .where('site_id', '=', siteId)
    .where('day', '=', day)
    .where('undone_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();

/** D8.2 A live code confirms what waited or was refused: it is a proof of its own. */
export const confirmByCode = (tx: Tx, id: string, { evidence, step }: Pick<NewCheckIn, 'evidence' | 'step'>) =>
  tx
    .updateTable('check_in')
    .set({
      state: 'confirmed',
      because: null,
      clock: 'step',
      step,
      answered_by: null,
      answered_as: null,
      answered_at: null,
      reason: null,
      ...(evidence && { distance_m: evidence.distance, accuracy_m: evidence.accuracy }),
    })
    .where('id', '=', id)
    .execute();

export const setUndone = (tx: Tx, id: string, now: Date) =>
  tx.updateTable('check_in').set({ undone_at: now }).where('id', '=', id).execute();

export const setOut = (tx: Tx, id: string, now: Date) =>
  tx.updateTable('check_in').set({ out_at: now }).where('id', '=', id).execute();

export const setAsked = (tx: Tx, id: string, now: Date) =>
  tx.updateTable('check_in').set({ asked_at: now }).where('id', '=', id).execute();

export const setLine = (tx: Tx, cadreId: string, id: string, line: string) =>
  line === ''
    ? tx.deleteFrom('check_in_line').where('check_in_id', '=', id).execute()
    : tx
        .insertInto('check_in_line')
        .values({ check_in_id: id, cadre_id: cadreId, line })
        .onConflict((conflict) => conflict.column('check_in_id').doUpdateSet({ line }))
        .execute();

/** D9.2 What somebody has said last of the phone's location; null when never asked. */
export async function locationAllowed(tx: Tx, personId: string): Promise<boolean | null> {
  const row = await tx
    .selectFrom('location_choice')
    .select('allowed')
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.allowed ?? null;
}

export const addLocationChoice = (tx: Tx, personId: string, allowed: boolean, now: Date) =>
  tx
    .insertInto('location_choice')
    .values({ person_id: personId, at: now, allowed })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
