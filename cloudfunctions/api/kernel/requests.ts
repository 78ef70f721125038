import { sql } from 'kysely';
import { refuse, Refusal } from './errors';
import type { Scene } from './gate';
import { hmac, readKeys } from './secrets';
import type { JsonValue } from './tables';

type Outcome<Kept> = { kept: Kept } | { refused: { code: string; data: JsonValue } };

/** Under a key, since an input may be little more than a name. */
function inputHash({ settings }: Scene, input: object): Buffer {
  const entries = Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1));
  return hmac(readKeys(settings.APP_SEAL_KEY)[0], 'input', JSON.stringify(entries));
}

/** Claims the request inside the write's transaction: a second caller waits here for the first to end. */
async function claim(
  { tx, now, actorKey }: Scene,
  operation: string,
  requestId: string,
  hash: Buffer,
  outcome: Outcome<JsonValue>,
): Promise<boolean> {
  const claimed = await tx
    .insertInto('request')
    .values({
      actor_key: actorKey,
      operation,
      request_id: requestId,
      input_hash: hash,
      outcome: JSON.stringify(outcome),
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(claimed.numInsertedOrUpdatedRows) === 1;
}

const itsRow = ({ tx, actorKey }: Scene, operation: string, requestId: string) =>
  tx
    .selectFrom('request')
    .where('actor_key', '=', actorKey)
    .where('operation', '=', operation)
    .where('request_id', '=', requestId);

const keepInstead = ({ tx, actorKey }: Scene, operation: string, requestId: string, outcome: Outcome<never>) =>
  tx
    .updateTable('request')
    .set({ outcome: JSON.stringify(outcome) })
    .where('actor_key', '=', actorKey)
    .where('operation', '=', operation)
    .where('request_id', '=', requestId)
    .execute();

/** A refusal here would leave the claim as if the write stood. */
function refusedNothing(error: unknown): never {
  throw error instanceof Refusal ? new Error(`what a write takes is refused: ${error.code}`) : error;
}

/** What a write answers that has nothing to tell. */
export const done = () => Promise.resolve({ done: true as const });

/**
 * D8.1, C4 Does a write once. What it keeps (ids, settled beforehand) is remembered under (actor, operation,
 * requestId); the same request again gives the same outcome, shown afresh under today's rights. Another input under the
 * same id is REQUEST_REUSED. Refusals are remembered instead, and undo what the write had done; faults are not. What a
 * write begins with it can `take`: that travels together with the claim, refuses nothing, and is undone when the request
 * was claimed before. What it has read at its end need not be read again to be shown.
 */
export async function once<Kept extends JsonValue, Output, Taken, Written>(
  scene: Scene,
  operation: string,
  input: { requestId: string },
  kept: Kept,
  write: (taken: Taken) => Promise<Written>,
  show: (kept: Kept, written?: Written) => Promise<Output>,
  take?: () => Promise<Taken>,
): Promise<Output> {
  const { tx } = scene;
  const { requestId, ...rest } = input;
  const hash = inputHash(scene, rest);
  const [claimed, , taken] = await Promise.all([
    claim(scene, operation, requestId, hash, { kept }),
    sql`savepoint write`.execute(tx),
    take?.().catch(refusedNothing),
  ]);
  if (!claimed) {
    const [row] = await Promise.all([
      itsRow(scene, operation, requestId).select(['input_hash', 'outcome']).executeTakeFirstOrThrow(),
      sql`rollback to savepoint write`.execute(tx),
    ]);
    if (!hash.equals(row.input_hash)) refuse('REQUEST_REUSED', {});
    const outcome = row.outcome as unknown as Outcome<Kept>;
    if ('kept' in outcome) return show(outcome.kept);
    throw Refusal.remembered(outcome.refused);
  }
  try {
    return await show(kept, await write(taken as Taken));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await Promise.all([
      sql`rollback to savepoint write`.execute(tx),
      keepInstead(scene, operation, requestId, { refused: { code: error.code, data: error.data } }),
    ]);
    throw error;
  }
}
