import { byToken } from '../../cloudfunctions/api/doors/identity';
import { openSession } from '../../cloudfunctions/api/kernel/sessions';
import { inAWorld, world } from '../contactLog/logging';
import { openHouse } from '../support/house';

inAWorld();

const NOW = new Date('2026-11-27T02:00:00Z');
const OTHERS = 3_000;

it('a caller is looked up by the key, also by a connection that planned it when nobody had called', async () => {
  const { personId } = world.factory.aCadre({ org: world.orgs.nanhai });
  await world.factory.save();
  const { token } = await openSession(world.db.kysely, personId, NOW);
  await world.db.pool.query('truncate rate_limit');
  await world.db.pool.query('analyze rate_limit');
  const house = openHouse(world.apiUrl, 1);
  const counted = async () => {
    const identity = await byToken(house, token, NOW);
    return identity.kind === 'person' ? identity.counted : null;
  };
  /** How often the table was read whole. */
  const readWhole = async (): Promise<number> => {
    await house.database.pool.query('select pg_stat_force_next_flush()');
    const { rows } = await house.database.pool.query<{ n: string }>(
      `select seq_scan as n from pg_stat_user_tables where relname = 'rate_limit'`,
    );
    if (!rows[0]) throw new Error('nothing is known of rate_limit');
    return Number(rows[0].n);
  };
  try {
    expect(await counted()).toMatchObject({ calls: { times: 1 }, codes: { times: 0, untilMs: 0 } });
    await world.db.pool.query(
      `insert into rate_limit (key, points, expire)
       select 'call:p:' || gen_random_uuid(), 10, extract(epoch from now()) * 1000 + 60000 from generate_series(1, $1)`,
      [OTHERS],
    );
    const before = await readWhole();
    for (let call = 2; call <= 12; call++)
      expect(await counted()).toMatchObject({ calls: { times: call }, codes: { times: 0 } });
    expect(await readWhole()).toBe(before);
  } finally {
    await house.end();
  }
});

it('what has run out counts nothing any more, and what is tried in vain is told with the call', async () => {
  const { personId } = world.factory.aCadre({ org: world.orgs.nanhai });
  await world.factory.save();
  const { token } = await openSession(world.db.kysely, personId, NOW);
  const tried = (points: number, seconds: number) =>
    world.db.pool.query(
      `insert into rate_limit as r (key, points, expire)
       values ('code:p:' || $1::uuid, $2, extract(epoch from now()) * 1000 + $3 * 1000)
       on conflict (key) do update set points = excluded.points, expire = excluded.expire`,
      [personId, points, seconds],
    );
  const codes = async () => {
    const identity = await byToken(world.house, token, NOW);
    return identity.kind === 'person' ? identity.counted.codes : null;
  };
  await tried(7, 60);
  expect(await codes()).toMatchObject({ times: 7 });
  await tried(7, -1);
  expect(await codes()).toEqual({ times: 0, untilMs: 0 });
});
