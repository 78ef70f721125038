import { quarterOf } from '../../cloudfunctions/api/kernel/calendar';
import type { Play } from './history';
import { world } from './logging';

/** The flows of posts from what is written of them, without the database's help. */
export const FIGURES = ['post_id', 'quarter', 'logs', 'days_on_time', 'days_late', 'met', 'activities'] as const;

interface FlowRow {
  post_id: string;
  quarter: string;
  logs: number;
  days_on_time: number;
  days_late: number;
  met: number;
  activities: number;
}

interface Written {
  post: string;
  day: string;
  late: boolean;
  activity: boolean;
  met: number;
}

export const byPost = (flows: readonly FlowRow[]): FlowRow[] =>
  [...flows].sort((a, b) => (a.post_id + a.quarter < b.post_id + b.quarter ? -1 : 1));

export async function postsOf({ cadres }: Play): Promise<string[]> {
  const people = cadres.map(({ personId }) => personId);
  const rows = await world.db.kysely.selectFrom('post').select('id').where('person_id', 'in', people).execute();
  return rows.map(({ id }) => id);
}

/** Every log that counts in somebody, and in how many of them a meeting is proved. */
export async function recordsOf(posts: string[]): Promise<Written[]> {
  const rows = await world.db.kysely
    .selectFrom('contact_log as l')
    .innerJoin('contact_log_mark as m', 'm.log_id', 'l.id')
    .select(['l.id', 'l.post_id as post', 'l.day', 'l.late', 'l.activity', 'm.counts', 'm.state', 'm.proof'])
    .where('l.post_id', 'in', posts)
    .where('l.deleted_at', 'is', null)
    .execute();
  const standing = rows.filter(({ counts, state }) => counts && ['unanswered', 'confirmed'].includes(state));
  return [...new Set(standing.map(({ id }) => id))].flatMap((id) => {
    const [first, ...others] = standing.filter((row) => row.id === id);
    if (!first) return [];
    const { post, day, late, activity } = first;
    return { post, day, late, activity, met: [first, ...others].filter(({ proof }) => proof).length };
  });
}

function flowOf(post: string, quarter: string, logs: Written[]): FlowRow {
  const onTime = new Set(logs.filter(({ late }) => !late).map(({ day }) => day));
  const late = new Set(logs.filter((log) => log.late && !onTime.has(log.day)).map(({ day }) => day));
  return {
    post_id: post,
    quarter,
    logs: logs.length,
    days_on_time: onTime.size,
    days_late: late.size,
    met: logs.reduce((sum, log) => sum + log.met, 0),
    activities: logs.filter(({ activity }) => activity).length,
  };
}

/** By post and quarter, of the days until one. */
export function flowsOfRecords(records: Written[], until: string): FlowRow[] {
  const groups = new Map<string, Written[]>();
  for (const log of records.filter(({ day }) => day <= until)) {
    const key = `${log.post} ${quarterOf(log.day).from}`;
    groups.set(key, [...(groups.get(key) ?? []), log]);
  }
  return byPost(
    [...groups].map(([key, logs]) => {
      const [post = '', quarter = ''] = key.split(' ');
      return flowOf(post, quarter, logs);
    }),
  );
}
