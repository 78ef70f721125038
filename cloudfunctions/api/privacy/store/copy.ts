import { sql } from 'kysely';
import type {
  ChannelKind,
  CheckInState,
  Circle,
  Explanation,
  Field,
  LeaveState,
  LogTask,
  LogWay,
  Look,
  MessageKind,
  MessageOutcome,
  MarkState,
  PatternKind,
  Proof,
  Service,
} from '../../../../types/words';
import type { Tx } from '../../kernel/db';
import { liveSessionsOf } from '../../kernel/sessions';

/** What is held on somebody and does not grow by the day. */
export interface PersonFacts {
  createdAt: Date;
  accounts: string[];
  registeredAt: Date | null;
  fields: { field: Field; fromDay: string }[];
  posts: { org: string; title: string; service: Service; fromDay: string; untilDay: string | null }[];
  administers: { org: string; fromDay: string; untilDay: string | null }[];
  approvedForMinors: boolean;
  allowedMessages: { kind: MessageKind; permits: number }[];
  messages: { kind: MessageKind; on: string; outcome: MessageOutcome }[];
  meetings: { on: string; who: string | null }[];
  leaves: { from: string; until: string; state: LeaveState; on: string; reason: string | null }[];
  patterns: { kind: PatternKind; day: string; figure: number; sites: string[]; explanation: Explanation | null }[];
  locations: { on: string; allowed: boolean }[];
}

export async function factsOf(tx: Tx, personId: string, today: string): Promise<PersonFacts> {
  const { rows } = await sql<PersonFacts>`
    select p.created_at as "createdAt", y.registered_at as "registeredAt",
      minor_approved(p.id, ${today}) as "approvedForMinors",
      (select coalesce(json_agg(openid order by app_id), '[]') from account where person_id = p.id) as accounts,
      (
        select coalesce(json_agg(json_build_object('field', field, 'fromDay', from_day) order by from_day), '[]')
        from youth_field where youth_id = p.id
      ) as fields,
      (
        select coalesce(json_agg(json_build_object('org', o.name, 'title', title, 'service', service,
          'fromDay', from_day, 'untilDay', until_day) order by from_day), '[]')
        from post join org o on o.id = org_id where person_id = p.id
      ) as posts,
      (
        select coalesce(json_agg(json_build_object('org', o.name, 'fromDay', from_day, 'untilDay', until_day)
          order by from_day), '[]')
        from administrator join org o on o.id = org_id where person_id = p.id
      ) as administers,
      (
        select coalesce(json_agg(json_build_object('kind', kind, 'permits', permits) order by kind), '[]')
        from message_permit where person_id = p.id and permits > 0
      ) as "allowedMessages",
      (
        select coalesce(json_agg(json_build_object('kind', kind, 'on', (made_at at time zone 'Asia/Shanghai')::date,
          'outcome', case when outcome is null then 'waiting' when outcome in ('sent', 'unknown') then outcome else 'notSent' end)
          order by made_at), '[]')
        from message where person_id = p.id
      ) as messages,
      (
        select coalesce(json_agg(json_build_object('on', m.day, 'who', c.name) order by m.day), '[]')
        from meeting m left join person c on c.id = m.cadre_id and m.youth_id = p.id
        where m.youth_id = p.id or m.cadre_id = p.id
      ) as meetings,
      (
        select coalesce(json_agg(json_build_object('from', from_day, 'until', until_day, 'state', state,
          'on', (asked_at at time zone 'Asia/Shanghai')::date, 'reason', reason) order by id), '[]')
        from leave where cadre_id = p.id
      ) as leaves,
      (
        select coalesce(json_agg(json_build_object('kind', kind, 'day', day, 'figure', figure,
          'sites', pattern_sites(id), 'explanation', explanation) order by day, id), '[]')
        from pattern where cadre_id = p.id
      ) as patterns,
      (
        select coalesce(json_agg(json_build_object('on', (at at time zone 'Asia/Shanghai')::date, 'allowed', allowed)
          order by at), '[]')
        from location_choice where person_id = p.id
      ) as locations
    from person p left join youth y on y.person_id = p.id
    where p.id = ${personId}`.execute(tx);
  const [facts] = rows;
  if (!facts) throw new Error('nobody to copy');
  return facts;
}

export async function channelsOf(tx: Tx, personId: string) {
  const { rows } = await sql<{ kind: ChannelKind; circle: Circle; sealed: string }>`
    select kind, circle, sealed from channel where person_id = ${personId} order by kind`.execute(tx);
  return rows;
}

/** Where the person is signed in, as far as a session says; and the posts that were asked for, the last first. */
export const devicesOf = (tx: Tx, personId: string, now: Date) =>
  liveSessionsOf(tx, personId, now)
    .select(['device', 'created_at as createdAt', 'last_seen_at as lastSeenAt'])
    .orderBy('created_at')
    .execute();

export const applicationsOf = (tx: Tx, personId: string, limit: number) =>
  tx
    .selectFrom('application as a')
    .innerJoin('org as o', 'o.id', 'a.org_id')
    .select(['o.name as org', 'a.title', 'a.service', 'a.made_at as madeAt', 'a.answer', 'a.reason'])
    .where('a.person_id', '=', personId)
    .orderBy('a.made_at', 'desc')
    .limit(limit)
    .execute();

export interface HeldByRow {
  id: string;
  cadre: string | null;
  from: Date;
  until: Date | null;
  endedBy: string | null;
}

export async function holdersAfter(tx: Tx, youthId: string, after: string | null, limit: number) {
  const { rows } = await sql<HeldByRow>`
    select c.id, p.name as cadre, c.started_at as "from", c.ended_at as until, c.ended_by as "endedBy"
    from contact c left join person p on p.id = c.cadre_id
    where c.youth_id = ${youthId} and (${after}::uuid is null or c.id > ${after}::uuid)
    order by c.id limit ${limit}`.execute(tx);
  return rows;
}

export async function heldAfter(tx: Tx, cadreId: string, after: string | null, limit: number) {
  const { rows } = await sql<{ id: string; field: Field; from: Date; until: Date | null }>`
    select id, field, started_at as "from", ended_at as until from contact
    where cadre_id = ${cadreId} and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${limit}`.execute(tx);
  return rows;
}

interface LookRow {
  id: string;
  at: Date;
  who: string | null;
  capacity: string;
  look: Look;
  reason: string | null;
}

export async function looksAfter(tx: Tx, personId: string, after: string | null, limit: number) {
  const { rows } = await sql<LookRow>`
    select id::text, at, look, reason, case when person_gone(viewer_id) then null else viewer_name end as who,
      case when person_gone(viewer_id) then '' else capacity end as capacity
    from access_log
    where subject_id = ${personId} and (${after}::bigint is null or id > ${after}::bigint)
    order by access_log.id limit ${limit}`.execute(tx);
  return rows;
}

interface CopiedLog {
  id: string;
  day: string;
  task: LogTask;
  way: LogWay;
  writtenAt: Date;
}

/** What cadres wrote about a youth; a line that is not shown is not copied either. */
export async function logsAfter(tx: Tx, youthId: string, after: string | null, limit: number) {
  type Row = CopiedLog & {
    cadre: string | null;
    text: string | null;
    hidden: boolean;
    state: MarkState;
    proof: Proof | null;
    answer: string | null;
  };
  const { rows } = await sql<Row>`
    select l.id, l.day, p.name as cadre, l.task, l.way, case when l.text_state = 'shown' then l.text end as text, m.state,
      m.hid_text as hidden, m.proof, case when d.answer_state = 'shown' then d.answer end as answer,
      l.written_at as "writtenAt"
    from contact_log_mark m
    join contact_log l on l.id = m.log_id
    left join person p on p.id = l.cadre_id
    left join log_dispute d on d.id = m.dispute_id
    where m.youth_id = ${youthId} and (${after}::uuid is null or m.log_id > ${after}::uuid)
    order by m.log_id limit ${limit}`.execute(tx);
  return rows;
}

export async function wroteAfter(tx: Tx, cadreId: string, after: string | null, limit: number) {
  const { rows } = await sql<CopiedLog & { late: boolean; youths: number }>`
    select id, day, task, way, late, youths, written_at as "writtenAt" from contact_log
    where cadre_id = ${cadreId} and deleted_at is null and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${limit}`.execute(tx);
  return rows;
}

interface CopiedDay {
  id: string;
  day: string;
  site: string;
  at: Date;
  state: CheckInState;
  distanceMetres: number | null;
  reason: string | null;
  line: string | null;
}

export async function daysAfter(tx: Tx, cadreId: string, after: string | null, limit: number): Promise<CopiedDay[]> {
  const { rows } = await sql<CopiedDay>`
    select c.id, c.day, s.name as site, c.at, c.state, c.distance_m as "distanceMetres", c.reason, l.line
    from check_in c join site s on s.id = c.site_id left join check_in_line l on l.check_in_id = c.id
    where c.cadre_id = ${cadreId} and c.undone_at is null and (${after}::uuid is null or c.id > ${after}::uuid)
    order by c.id limit ${limit}`.execute(tx);
  return rows;
}
