import { Pool } from 'pg';
import { accountKey } from '../../cloudfunctions/api/kernel/actor';
import { codeHash } from '../../cloudfunctions/api/kernel/codes';
import { sha256 } from '../../cloudfunctions/api/kernel/secrets';
import { mintSession } from '../../local/chooser/mint';
import { APP_ID, type MadePerson } from '../factory';
import { aWorld, type World } from '../support/world';
import { anAsking, lastAsking } from './asking';
import { aDesktop, askOn } from './desktop';

let world: World;
let api: Pool;
let youth: MadePerson;
let other: MadePerson;
let admin: MadePerson;
let siblingAdmin: MadePerson;

beforeAll(async () => {
  world = await aWorld();
  const { factory, orgs } = world;
  youth = factory.aYouth();
  other = factory.aYouth();
  admin = factory.anAdministrator({ org: orgs.nanhai });
  siblingAdmin = factory.anAdministrator({ org: orgs.chancheng });
  await factory.save();
  api = new Pool({ connectionString: world.apiUrl, max: 1 });
});
afterAll(async () => {
  await api.end();
  await world.end();
});

interface As {
  person?: MadePerson;
  actorKey?: string;
  shown?: Buffer;
}

/** A statement by the functions' own role, as somebody; what it has done is taken back. */
async function run({ person, actorKey, shown }: As, statement: string) {
  const client = await api.connect();
  const settings = { person: person?.personId, actor_key: actorKey, shown: shown?.toString('hex'), day: '2026-11-26' };
  try {
    await client.query('begin');
    for (const [name, value] of Object.entries(settings))
      if (value) await client.query(`select set_config($1, $2, true)`, [`app.${name}`, value]);
    return await client.query<Record<string, unknown>>(statement);
  } finally {
    await client.query('rollback');
    client.release();
  }
}
const count = async (as: As, statement: string): Promise<number> => (await run(as, statement)).rowCount ?? 0;

describe('beneath the procedures', () => {
  it('a sign-in is seen by who shows its code or its secret, and by nobody else', async () => {
    const { text, secret } = await askOn(aDesktop(world));
    await askOn(aDesktop(world));
    for (const shown of [codeHash(text.slice(-22)), sha256(secret)])
      expect(await count({ shown }, 'select id from sign_in')).toBe(1);
    for (const as of [{}, { person: youth }, { shown: sha256('another') }])
      expect(await count(as, 'select id from sign_in')).toBe(0);
  });

  it('nobody answers a sign-in in another’s name, changes what it is, or asks for one that is answered', async () => {
    const { text } = await askOn(aDesktop(world));
    const shown = codeHash(text.slice(-22));
    const answer = (id: string) => `update sign_in set answer = 'approved', answered_at = now(), answered_by = '${id}'`;
    expect(await count({ person: youth, shown }, answer(youth.personId))).toBe(1);
    expect(await count({ person: youth }, answer(youth.personId))).toBe(0);
    await expect(run({ person: youth, shown }, answer(other.personId))).rejects.toMatchObject({ code: '42501' });
    for (const attempt of [
      `update sign_in set expires_at = now() + interval '1 day'`,
      `update sign_in set secret_hash = ''`,
      'delete from sign_in',
      `insert into sign_in (id, code_hash, secret_hash, device, asked_at, expires_at, answer, answered_by, answered_at)
        values (gen_random_uuid(), 'a', 'b', '', now(), now() + interval '1 day', 'approved', '${other.personId}', now())`,
    ])
      await expect(run({ person: youth, shown }, attempt)).rejects.toMatchObject({ code: '42501' });
  });

  it('nobody ends another’s session, or moves an account', async () => {
    await mintSession(world.ownerUrl, other.personId);
    const end = `update session set ended_at = now() where person_id = '${other.personId}'`;
    expect([await count({ person: youth }, end), await count({ person: other }, end)]).toEqual([0, 1]);
    for (const attempt of [
      `update account set person_id = '${youth.personId}'`,
      'delete from account',
      'select person_id from former_account',
      `update session set last_seen_at = now()`,
    ])
      await expect(run({ person: youth }, attempt)).rejects.toMatchObject({ code: '42501' });
  });

  it('C7, D1.5 an asking is seen by the account that asks and by administrators of its organisation and above', async () => {
    const { openid } = await anAsking(world, '岑乐怡', world.orgs.nanhai);
    const actorKey = accountKey({ appId: APP_ID, openid }, world.house.settings);
    for (const as of [{ actorKey }, { person: admin }]) expect(await count(as, 'select id from binding')).toBe(1);
    for (const as of [{}, { actorKey: 'a:another' }, { person: youth }, { person: siblingAdmin }])
      expect(await count(as, 'select id from binding')).toBe(0);
    const answer = `update binding set answer = 'refused', answered_at = now(), reason = 'x', sealed_account = null,
      name = null, note = null, birth_month = null, answered_by = `;
    expect(await count({ person: admin }, `${answer}'${admin.personId}'`)).toBe(1);
    expect(await count({ person: siblingAdmin }, `${answer}'${siblingAdmin.personId}'`)).toBe(0);
    await expect(run({ person: admin }, `${answer}'${youth.personId}'`)).rejects.toMatchObject({ code: '42501' });
    await expect(
      run(
        { actorKey: 'a:x' },
        `insert into binding (id, account_key, org_id, asked_at, due_on)
        values (gen_random_uuid(), 'a:y', ${world.orgs.nanhai.id}, now(), now())`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('C7 an account goes to nobody whom the judge may not choose, whoever asks the database', async () => {
    const { factory, orgs } = world;
    const name = '只在禅城';
    const outside = factory.aCadre({ org: orgs.chancheng, name });
    await factory.save();
    await anAsking(world, name, orgs.nanhai);
    const bindingId = await lastAsking(world, name);
    const rebind = `select account_rebind('${bindingId}', '${outside.personId}', '${APP_ID}', 'oANY', now())`;
    for (const person of [admin, siblingAdmin, youth, outside])
      await expect(run({ person }, rebind)).rejects.toMatchObject({ code: '42501' });
    for (const person of [siblingAdmin, youth])
      expect((await run({ person }, `select binding_candidates('${bindingId}') as found`)).rows).toEqual([
        { found: [] },
      ]);
  });

  it('D1.2 who asks to be found again sees the names of organisations, and nothing of anybody', async () => {
    expect(await count({ actorKey: 'a:x' }, 'select id from org')).toBeGreaterThan(0);
    expect(await count({}, 'select id from org')).toBe(0);
    for (const table of ['person', 'youth', 'post', 'contact', 'account', 'session', 'administrator'])
      expect([table, await count({ actorKey: 'a:x' }, `select * from ${table}`)]).toEqual([table, 0]);
  });
});
