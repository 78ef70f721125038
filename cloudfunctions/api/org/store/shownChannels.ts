import type { Channel } from '../../../../types/org';
import type { Circle } from '../../../../types/words';
import { openChannel } from '../../kernel/channels';
import type { Tx } from '../../kernel/db';

/** Who holds a post today, and where it stands in the tree. */
export const holderOf = (tx: Tx, postId: string) =>
  tx
    .selectFrom('current_post')
    .select(['person_id as personId', 'path'])
    .where('id', '=', postId)
    .$narrowType<{ personId: string; path: string }>()
    .executeTakeFirst();

type Shared = Channel & { circle: Exclude<Circle, 'contacts'> };

/** D2.4 What is made known beyond the own contacts by who holds a post today. */
export async function sharedChannels(tx: Tx, postId: string, fieldKey: string): Promise<Shared[]> {
  const rows = await tx
    .selectFrom('channel as c')
    .innerJoin('current_post as p', 'p.person_id', 'c.person_id')
    .select(['c.person_id', 'c.kind', 'c.circle', 'c.sealed'])
    .where('p.id', '=', postId)
    .where('c.circle', '<>', 'contacts')
    .orderBy('c.kind')
    .execute();
  return rows.map(({ person_id, kind, circle, sealed }) => ({
    kind: kind as Shared['kind'],
    circle: circle as Shared['circle'],
    value: openChannel(fieldKey, person_id, kind, sealed),
  }));
}
