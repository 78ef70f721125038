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

interface Claim {
  /** Under whom it is kept: a newcomer's account, before and after there is a person. */
  actorKey: string;
  operation: string;
  requestId: string;
  inputHash: Buffer;
}

type Claiming = Pick<Scene, 'tx' | 'now'>;

/** Claims the request inside the write's transaction: a second caller waits here for the first to end. */
async function claimed({ tx, now }: Claiming, claim: Claim, outcome: Outcome<JsonValue>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('request')
    .values({
      actor_key: claim.actorKey,
      operation: claim.operation,
      request_id: claim.requestId,
      input_hash: claim.inputHash,
      outcome: JSON.stringify(outcome),
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === 1;
}

export interface Refused {
  claim: Claim;
  refusal: Refusal;
}

/**
 * Thrown out of a transaction of which nothing is to stand. Its refusal is remembered alone; where there is none, or
 * another outcome stands, all is done `again`, to tell what stands.
 */
export class NothingStands extends Error {
  override name = 'NothingStands';

  constructor(readonly refused: Refused | null) {
    super('a write is taken back');
  }
}

/** D8.1 Remembers a refusal with its request, when nothing of the write is left; false when another outcome stands. */
export const rememberRefused = (scene: Claiming, claim: Claim, { code, data }: Refusal): Promise<boolean> =>
  claimed(scene, claim, { refused: { code, data } });

async function outcomeOf<Kept>(
  { tx }: Scene,
  { actorKey, operation, requestId, inputHash }: Claim,
): Promise<Outcome<Kept>> {
  const row = await tx
    .selectFrom('request')
    .select(['input_hash', 'outcome'])
    .where('actor_key', '=', actorKey)
    .where('operation', '=', operation)
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow();
  if (!inputHash.equals(row.input_hash)) refuse('REQUEST_REUSED', {});
  return row.outcome as unknown as Outcome<Kept>;
}

/** A refusal here would leave the claim as if the write stood. */
function refusedNothing(error: unknown): never {
  throw error instanceof Refusal ? new Error(`what a write takes is refused: ${error.code}`) : error;
}

/** What a write answers that has nothing to tell. */
export const done = () => Promise.resolve({ done: true as const });

/**
 * D8.1, C4 Does a write once. What it keeps (ids, settled beforehand) is remembered under (actor, operation,
 * requestId); the same request again gives the same outcome, shown afresh under today's rights. Another input under the
 * same id is REQUEST_REUSED. A refusal takes back what the write has done, and is remembered instead; a fault is not. What
 * a write begins with it can `take`: that travels together with the claim, refuses nothing, and is taken back when the
 * request was claimed before. What it has read at its end need not be read again to be shown.
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
  const { requestId, ...rest } = input;
  const claim = { actorKey: scene.actorKey, operation, requestId, inputHash: inputHash(scene, rest) };
  const claiming = claimed(scene, claim, { kept });
  const taking = scene.again ? undefined : take?.().catch(refusedNothing);
  const [isFirst, takenAlong] = await Promise.all([claiming, taking]);
  if (!isFirst) {
    if (taking) throw new NothingStands(null);
    const outcome = await outcomeOf<Kept>(scene, claim);
    if ('kept' in outcome) return show(outcome.kept);
    throw Refusal.remembered(outcome.refused);
  }
  const taken = taking ? takenAlong : await take?.().catch(refusedNothing);
  try {
    return await show(kept, await write(taken as Taken));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new NothingStands({ claim, refusal: error });
  }
}
