import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { refuse } from '../../cloudfunctions/api/kernel/errors';
import { inTransaction, type Call, type House, type Scene } from '../../cloudfunctions/api/kernel/gate';
import { once } from '../../cloudfunctions/api/kernel/requests';
import { inAWorld, world } from '../contactLog/logging';
import { allAtOnce, behind, outcomes } from '../support/barrier';

inAWorld();

let personId: string;
beforeAll(async () => {
  ({ personId } = world.factory.aCadre({ org: world.orgs.nanhai }));
  await world.factory.save();
});

interface Doing {
  requestId: string;
  write: () => Promise<void>;
  /** Writes something before it is known whether the request is the first. */
  take?: (scene: Scene) => Promise<unknown>;
  house?: House;
}

const SHOWN = 'it is done';
const nothing = () => Promise.resolve();
const refuses = () => Promise.resolve().then(() => refuse('NOT_A_CADRE', {}));

function does({ requestId, write, take, house = world.house }: Doing): Promise<string> {
  const call: Call = {
    identity: {
      kind: 'person',
      personId,
      account: null,
      session: null,
      counted: { calls: { times: 1, untilMs: 0 }, codes: null },
    },
    bySession: true,
    sender: null,
    address: '',
    device: { kind: 'miniProgram', words: '' },
    now: new Date(),
    house,
  };
  return inTransaction(call, (scene) =>
    once(
      scene,
      'test.write',
      { requestId },
      SHOWN,
      write,
      (kept) => Promise.resolve(kept),
      take && (() => take(scene)),
    ),
  );
}

/** Anything that the actor may write. */
const writeSomething = ({ tx }: Scene) =>
  sql`insert into location_choice (person_id, at, allowed) values (${personId}, clock_timestamp(), true)`.execute(tx);

async function written(): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from location_choice where person_id = ${personId}`.execute(world.db.kysely);
  return rows[0]?.n ?? 0;
}

describe('D8.1 a refusal', () => {
  it('takes back all that the write had done, is remembered with its request, and is the same again', async () => {
    const requestId = uuidv7();
    const before = await written();
    const refused = does({ requestId, write: refuses, take: writeSomething });
    await expect(refused).rejects.toMatchObject({ code: 'NOT_A_CADRE' });
    expect(await written()).toBe(before);
    await expect(does({ requestId, write: nothing })).rejects.toMatchObject({ code: 'NOT_A_CADRE' });
  });

  it('of both of two at once is remembered once', async () => {
    const requestId = uuidv7();
    const both = [1, 2].map(() => () => does({ requestId, write: refuses }));
    expect(outcomes(await allAtOnce(world, both, 'request'))).toEqual(['NOT_A_CADRE', 'NOT_A_CADRE']);
    const { rows } = await sql`select from request where request_id = ${requestId}`.execute(world.db.kysely);
    expect(rows).toHaveLength(1);
  });

  it('gives way to the same request, when that was done meanwhile', async () => {
    const requestId = uuidv7();
    let second: Promise<string> | undefined;
    let transactions = 0;
    /** Whose second transaction, in which the refusal would be remembered, comes after the other request. */
    const transaction: House['database']['transaction'] = async (work) => {
      transactions += 1;
      if (transactions === 2) await second;
      return world.house.database.transaction(work);
    };
    const first = does({
      requestId,
      house: { ...world.house, database: { ...world.house.database, transaction } },
      write: () => {
        second ??= does({ requestId, write: nothing });
        return behind(world, refuses);
      },
    });
    expect(await first).toBe(SHOWN);
    expect(await second).toBe(SHOWN);
    expect(transactions).toBe(3);
  });
});

it('what a request takes that was done before is taken back, and what stands is told', async () => {
  const requestId = uuidv7();
  const before = await written();
  for (let i = 0; i < 2; i++) expect(await does({ requestId, write: nothing, take: writeSomething })).toBe(SHOWN);
  expect(await written()).toBe(before + 1);
});
