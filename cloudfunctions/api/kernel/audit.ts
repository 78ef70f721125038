import { sql } from 'kysely';
import type { Look } from '../../../types/words';
import type { Actor } from './actor';
import type { Scene } from './gate';

function capacityOf({ post, administers: [root] }: Actor): string {
  if (post) return `${post.orgShortName} ${post.title}`.trim();
  return root ? `${root.name} 管理员` : '';
}

/** What is said of a look beside who looked: in another capacity than that of the post, and why. */
interface Why {
  capacity?: string;
  reason?: string;
}

/** D9.8 Writes down who looked at whose data, when, and in which capacity. The log is append-only. */
export async function logLook(
  { tx, now }: Scene,
  viewer: Actor,
  subjectIds: string[],
  look: Look,
  { capacity = capacityOf(viewer), reason }: Why = {},
): Promise<void> {
  if (subjectIds.length === 0) return;
  await sql`
    insert into access_log (viewer_id, viewer_name, capacity, subject_id, look, reason, at)
    select ${viewer.personId}::uuid, ${viewer.name}, ${capacity}, subject_id, ${look}, ${reason ?? null}, ${now}::timestamptz
    from unnest(${subjectIds}::uuid[]) as subject_id`.execute(tx);
}
