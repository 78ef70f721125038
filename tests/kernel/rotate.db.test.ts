import { spawnSync } from 'node:child_process';
import { sql } from 'kysely';
import { readKeys, seal } from '../../cloudfunctions/api/kernel/secrets';
import { sealedColumns } from '../../cloudfunctions/api/kernel/sealed';
import { countByKey, rotate } from '../../local/rotate-keys';
import type { MadeCadre } from '../factory';
import { allAtOnce } from '../support/barrier';
import { call, FIELD_KEY, rid, testSettings } from '../support/house';
import { aWorld, type World } from '../support/world';

const NEW = `k2:${Buffer.alloc(32, 9).toString('base64')}`;
const BOTH = `${NEW},${FIELD_KEY}`;
const keys = readKeys(BOTH);
const [channel] = sealedColumns;
if (!channel) throw new Error('no sealed column');

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());
beforeEach(() => world.db.kysely.deleteFrom('channel').execute());

const valueOf = (i: number) => `value of ${i}`;

async function cadresWithChannels(n: number): Promise<MadeCadre[]> {
  const cadres = Array.from({ length: n }, () => world.factory.aCadre({ org: world.orgs.nanhai }));
  cadres.forEach((cadre, i) =>
    world.factory.aChannel(cadre, { kind: 'wechat', circle: 'contacts', value: valueOf(i) }, FIELD_KEY),
  );
  await world.factory.save();
  return cadres;
}

/** What a cadre has, read with nothing but these keys. */
async function read(cadre: MadeCadre, fieldKey: string) {
  const house = { ...world.house, settings: testSettings({ APP_FIELD_KEY: fieldKey }) };
  return (await call(house, cadre, 'org.me', {})).cadre?.channels.map(({ value }) => value);
}

const save = (cadre: MadeCadre, value: string) =>
  call(world.house, cadre, 'org.setChannels', {
    channels: [{ kind: 'wechat', value, circle: 'contacts' }],
    requestId: rid(),
  });

/** `npm run rotate-keys`, as it is typed. */
function command(...args: string[]): { output: string; code: number } {
  const script = ['node_modules/tsx/dist/cli.mjs', 'local/rotate-keys.ts', world.ownerUrl, ...args];
  const env = { ...process.env, APP_FIELD_KEY: BOTH };
  const { stdout, stderr, status } = spawnSync(process.execPath, script, { env, encoding: 'utf8' });
  return { output: stdout + stderr, code: status ?? -1 };
}

/** The other sealed columns, of which this world has nothing. */
const OTHERS = ['binding.sealed_account', 'concern.sealed', 'concern.sealed_answer'];

describe('D9.7 the field key is changed', () => {
  it('by a command that counts before and after, shows no value, and says what it could not open', async () => {
    const [lost] = await cadresWithChannels(3);
    const dry = command('--dry-run');
    expect(dry).toEqual({
      output: ['channel.sealed now: k1 3', ...OTHERS.map((at) => `${at} now: no value`), ''].join('\n'),
      code: 0,
    });
    await world.db.kysely
      .updateTable('channel')
      .set({ sealed: '13800138000' })
      .where('person_id', '=', lost?.personId ?? '')
      .execute();
    const { output, code } = command();
    expect(code).toBe(1);
    expect(output.split('\n')).toEqual([
      'channel.sealed now: k1 2, none of these 1',
      `cannot be opened: channel ${lost?.personId} wechat`,
      '2 sealed anew, 1 cannot be opened',
      'channel.sealed afterwards: k2 2, none of these 1',
      ...OTHERS.flatMap((at) => [
        `${at} now: no value`,
        '0 sealed anew, 0 cannot be opened',
        `${at} afterwards: no value`,
      ]),
      '',
    ]);
  }, 60_000);

  it('every value is sealed anew and opens without the old key; a second run has nothing to do', async () => {
    const cadres = await cadresWithChannels(1203);
    expect(await countByKey(world.db, channel, keys)).toEqual([{ id: 'k1', n: 1203 }]);
    expect(await rotate(world.db, channel, keys)).toEqual({ resealed: 1203, unreadable: [] });
    expect(await countByKey(world.db, channel, keys)).toEqual([{ id: 'k2', n: 1203 }]);
    for (const i of [0, 600, 1202]) expect(await read(cadres[i] as MadeCadre, NEW)).toEqual([valueOf(i)]);
    expect(await rotate(world.db, channel, keys)).toEqual({ resealed: 0, unreadable: [] });
  }, 30_000);

  it('what cannot be opened is named by its row and stays as it is, and the rest goes on', async () => {
    const [lost, moved, plain, fine] = await cadresWithChannels(4);
    const set = (cadre: MadeCadre | undefined, sealed: string) =>
      world.db.kysely
        .updateTable('channel')
        .set({ sealed })
        .where('person_id', '=', cadre?.personId ?? '')
        .execute();
    await set(lost, seal(readKeys(`k0:${Buffer.alloc(32, 5).toString('base64')}`), 'x', '13800138000'));
    await set(moved, seal(readKeys(FIELD_KEY), `channel|${fine?.personId}|wechat`, 'somebody else’s'));
    await set(plain, '13800138000');
    const { resealed, unreadable } = await rotate(world.db, channel, keys);
    expect(resealed).toBe(1);
    expect(unreadable.map(({ table, key }) => [table, ...key].join(' ')).sort()).toEqual(
      [lost, moved, plain].map((cadre) => `channel ${cadre?.personId} wechat`).sort(),
    );
    const counts = await countByKey(world.db, channel, keys);
    expect(counts).toEqual([
      { id: 'k1', n: 1 },
      { id: 'k2', n: 1 },
      { id: 'none of these', n: 2 },
    ]);
  });

  it('a value that is changed while it is on its way is not overwritten', async () => {
    const [cadre] = (await cadresWithChannels(1)) as [MadeCadre];
    const results = await allAtOnce(world, [() => rotate(world.db, channel, keys)], 'channel', (blocker) =>
      blocker.query('update channel set sealed = $1 where person_id = $2', [
        seal(readKeys(FIELD_KEY), channel.about(cadre.personId, 'wechat'), 'the newer one'),
        cadre.personId,
      ]),
    );
    expect(results).toMatchObject([{ status: 'fulfilled', value: { resealed: 1, unreadable: [] } }]);
    expect(await read(cadre, NEW)).toEqual(['the newer one']);
  });

  it('what was taken back is empty, has no key, and is passed over', async () => {
    const concern = sealedColumns.find(({ table, column }) => table === 'concern' && column === 'sealed');
    if (!concern) throw new Error('no such column');
    const cadre = world.factory.aCadre({ org: world.orgs.nanhai });
    const youth = world.factory.aYouth();
    const { contactId } = world.factory.aContact({ cadre, youth });
    await world.factory.save();
    await call(world.house, youth, 'privacy.reportConcern', {
      contactId,
      text: '不回消息',
      block: false,
      requestId: rid(),
    });
    expect(await countByKey(world.db, concern, keys)).toEqual([{ id: 'k1', n: 1 }]);
    await call(world.house, youth, 'privacy.withdraw', { requestId: rid() });
    expect(await countByKey(world.db, concern, keys)).toEqual([]);
    expect(await rotate(world.db, concern, keys)).toEqual({ resealed: 0, unreadable: [] });
  });

  it('beside people who save: everybody has what they saved last, under whichever key', async () => {
    const cadres = await cadresWithChannels(40);
    const saving = new AbortController();
    const rotations = (async () => {
      while (!saving.signal.aborted) await rotate(world.db, channel, keys);
    })();
    for (let round = 0; round < 5; round++) {
      await Promise.all(cadres.map((cadre, i) => save(cadre, `round ${round} of ${i}`)));
    }
    saving.abort();
    await rotations;
    await rotate(world.db, channel, keys);
    for (const [i, cadre] of cadres.entries()) expect(await read(cadre, NEW)).toEqual([`round 4 of ${i}`]);
  }, 60_000);

  it('no sealed column of the catalogue is forgotten', async () => {
    const { rows } = await sql<{ at: string }>`select table_name || '.' || column_name as at
      from information_schema.columns where table_schema = 'public' and column_name like '%sealed%' order by 1`.execute(
      world.db.kysely,
    );
    expect(rows.map(({ at }) => at)).toEqual(sealedColumns.map(({ table, column }) => `${table}.${column}`).sort());
  });
});
