import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { MadeCadre, MadeOrg, MadePerson } from '../factory';
import { call, rid, type In } from '../support/house';
import { inAWorld, world } from '../support/inAWorld';

export { inAWorld, world };

/** Noon in Shanghai. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00+08:00`);

/** Thursday of week 48, as in the mock-ups. */
export const TODAY = '2026-11-26';
export const NOW = noonOf(TODAY);

export async function aSite(org: MadeOrg, name?: string): Promise<string> {
  const { siteId } = world.factory.aSite({ org, ...(name && { name }) });
  await world.factory.save();
  return siteId;
}

type State = 'confirmed' | 'unconfirmed' | 'refused';

/** A check-in without a code, and what somebody has said to it; the database counts the day. */
export async function checkIn(
  cadre: MadeCadre,
  siteId: string,
  day: string,
  state: State = 'confirmed',
): Promise<string> {
  const id = uuidv7();
  const { personId: by } = world.factory.aPerson();
  await world.factory.save();
  const answered = state === 'unconfirmed' ? null : by;
  await sql`insert into check_in (id, cadre_id, post_id, org_id, site_id, day, clock, at, state, because, answered_by,
      answered_as, answered_at)
    values (${id}, ${cadre.personId}, ${cadre.postId}, ${cadre.org.id}, ${siteId}, ${day}, 'arrival', ${noonOf(day)},
      ${state}, 'noCode', ${answered}, ${answered && 'contact'}, ${answered && noonOf(day)})`.execute(world.db.kysely);
  return id;
}

export const yearOf = (cadre: MadePerson, input: In<'grassrootsDay.year'> = {}, now = NOW) =>
  call(world.house, cadre, 'grassrootsDay.year', input, { now });

export const gridOf = (who: MadePerson, org: MadeOrg, input: Partial<In<'grassrootsDay.grid'>> = {}, now = NOW) =>
  call(world.house, who, 'grassrootsDay.grid', { orgId: org.id, of: 'own', ...input }, { now });

/** Every line of a grid, whatever the pages. */
export async function linesOf(...[who, org, input, now]: Parameters<typeof gridOf>) {
  const pages = [await gridOf(who, org, input, now)];
  for (let cursor = pages[0]?.next; cursor; cursor = pages.at(-1)?.next)
    pages.push(await gridOf(who, org, { ...input, cursor }, now));
  return pages.flatMap(({ rows }) => rows);
}

export const asks = async (cadre: MadePerson, from: string, until = from, now = NOW): Promise<string> =>
  (await call(world.house, cadre, 'grassrootsDay.askLeave', { from, until, requestId: rid() }, { now })).leaveId;

export const cancels = (cadre: MadePerson, leaveId: string, now = NOW) =>
  call(world.house, cadre, 'grassrootsDay.cancelLeave', { leaveId, requestId: rid() }, { now });

export const answers = (
  who: MadePerson,
  leaveId: string,
  approved = true,
  reason: string | null = approved ? null : '那几天有会',
  now = NOW,
) => call(world.house, who, 'grassrootsDay.answerLeave', { leaveId, approved, reason, requestId: rid() }, { now });

export const approvedLeave = async (cadre: MadePerson, by: MadePerson, from: string, until = from): Promise<string> => {
  const leaveId = await asks(cadre, from, until);
  await answers(by, leaveId);
  return leaveId;
};

export const stateOf = async (leaveId: string): Promise<string | undefined> =>
  (await world.db.kysely.selectFrom('leave').select('state').where('id', '=', leaveId).executeTakeFirst())?.state;
