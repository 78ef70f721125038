import { sql } from 'kysely';
import type { Channel } from '../../../../types/org';
import { openChannel, sealChannel } from '../../kernel/channels';
import type { Tx } from '../../kernel/db';

/** D2.4, D9.7 Replaces the channels that a cadre publishes; of two at once, the second waits for the whole of the first. */
export async function replaceChannels(tx: Tx, personId: string, channels: Channel[], fieldKey: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${personId}, 0))`.execute(tx);
  const kinds = channels.map(({ kind }) => kind);
  await tx
    .deleteFrom('channel')
    .where('person_id', '=', personId)
    .where(sql<boolean>`kind <> all(${kinds})`)
    .execute();
  for (const { kind, circle, value } of channels) {
    const sealed = sealChannel(fieldKey, personId, kind, value);
    await tx
      .insertInto('channel')
      .values({ person_id: personId, kind, circle, sealed })
      .onConflict((conflict) => conflict.columns(['person_id', 'kind']).doUpdateSet({ circle, sealed }))
      .execute();
  }
}

export async function channelsOf(tx: Tx, personId: string, fieldKey: string): Promise<Channel[]> {
  const rows = await tx
    .selectFrom('channel')
    .select(['kind', 'circle', 'sealed'])
    .where('person_id', '=', personId)
    .orderBy('kind')
    .execute();
  return rows.map(({ kind, circle, sealed }) => ({
    kind: kind as Channel['kind'],
    circle: circle as Channel['circle'],
    value: openChannel(fieldKey, personId, kind, sealed),
  }));
}
