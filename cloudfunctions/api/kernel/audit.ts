import type { Look } from '../../../types/words';
import type { Actor } from './actor';
import type { Scene } from './gate';

/** D9.8 Writes down who looked at whose data, when, and in which capacity. The log is append-only. */
export async function logLook({ tx, now }: Scene, viewer: Actor, subjectIds: string[], look: Look): Promise<void> {
  if (subjectIds.length === 0) return;
  const capacity = viewer.post ? `${viewer.post.orgShortName} ${viewer.post.title}`.trim() : '';
  await tx
    .insertInto('access_log')
    .values(
      subjectIds.map((id) => ({
        viewer_id: viewer.personId,
        viewer_name: viewer.name,
        capacity,
        subject_id: id,
        look,
        at: now,
      })),
    )
    .execute();
}
