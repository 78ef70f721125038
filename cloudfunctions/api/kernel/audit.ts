import { sql } from 'kysely';
import type { Look } from '../../../types/words';
import type { Actor } from './actor';
import type { Scene } from './gate';

/** D9.8 Writes down who looked at whose data, when, and in which capacity. The log is append-only. */
export async function logLook({ tx, now }: Scene, viewer: Actor, subjectIds: string[], look: Look): Promise<void> {
  if (subjectIds.length === 0) return;
  const [root] = viewer.administers;
  const capacity = viewer.post
    ? `${viewer.post.orgShortName} ${viewer.post.title}`.trim()
    : root
      ? `${root.name} 管理员`
      : '';
  await sql`
    insert into access_log (viewer_id, viewer_name, capacity, subject_id, look, at)
    select ${viewer.personId}::uuid, ${viewer.name}, ${capacity}, subject_id, ${look}, ${now}::timestamptz
    from unnest(${subjectIds}::uuid[]) as subject_id`.execute(tx);
}
