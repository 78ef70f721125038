import { execFileSync } from 'node:child_process';
import { openDatabase, type Database } from '../../cloudfunctions/api/kernel/db';
import { bootstrap } from '../../local/bootstrap';
import { allAtOnce, outcomes } from '../support/barrier';
import { freshDatabase, type TestDatabase } from '../support/database';
import { call, CODE_HOST, newcomer, openHouse, rid } from '../support/house';
import type { World } from '../support/world';

jest.setTimeout(60_000);

let database: TestDatabase;
let db: Database;
let house: ReturnType<typeof openHouse>;

beforeEach(async () => {
  database = await freshDatabase();
  db = openDatabase(database.ownerUrl, { patient: true });
  house = openHouse(database.apiUrl);
});
afterEach(async () => {
  await house.end();
  await db.end();
  await database.drop();
});

const first = (now?: Date) => bootstrap(database.ownerUrl, { host: CODE_HOST, name: '共青团广东省委员会', now });
const claim = (openid: string, text: string, name: string | null = '骆嘉澍', now?: Date) =>
  call(house, newcomer(openid), 'org.claim', { text, name, requestId: rid() }, { now });

it('D1.5 makes the province and its first administrator, who goes on from there', async () => {
  const { link, code } = await first();
  expect(link).toBe(`${CODE_HOST}/s/${code}`);
  expect(await call(house, newcomer('oFIRST'), 'org.invitation', { text: link })).toMatchObject({
    kind: 'administrator',
    orgName: '共青团广东省委员会',
    name: null,
    madeBy: null,
  });
  await expect(claim('oFIRST', link, null)).rejects.toMatchObject({ code: 'NAME_NEEDED' });
  await claim('oFIRST', link);
  const { person_id } = await db.kysely.selectFrom('account').select('person_id').executeTakeFirstOrThrow();
  const chief = { personId: person_id, name: '骆嘉澍', openid: 'oFIRST' };
  const { org } = await call(house, chief, 'org.overview', {});
  expect(org).toMatchObject({ name: '团省委', level: 'province', place: '广东' });
  await call(house, chief, 'org.addOrg', {
    orgId: org.orgId,
    name: '共青团佛山市委员会',
    shortName: '佛山市委',
    place: '佛山',
    level: 'city',
    forProvince: false,
    requestId: rid(),
  });
  await expect(claim('oSECOND', link)).rejects.toMatchObject({ code: 'INVITATION_USED' });
  await expect(first()).rejects.toThrow('There is an administrator already');
});

it('two accounts at once: the first one', async () => {
  const { link } = await first();
  const world = { db } as World;
  const results = await allAtOnce(
    world,
    ['oA', 'oB'].map((openid) => () => claim(openid, link)),
    'invitation',
  );
  expect(outcomes(results)).toEqual(['INVITATION_USED', 'ok']);
});

it('run again before anybody has come: the old link is worthless, the province stays one', async () => {
  const old = await first();
  const { link } = await first();
  await expect(claim('oOLD', old.link)).rejects.toMatchObject({ code: 'INVITATION_REVOKED' });
  await claim('oNEW', link);
  expect(await db.kysely.selectFrom('org').select('id').execute()).toHaveLength(1);
});

it('holds for an hour', async () => {
  const now = new Date();
  const { link } = await first(now);
  const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  await expect(claim('oLATE', link, '骆嘉澍', after(60))).rejects.toMatchObject({ code: 'INVITATION_EXPIRED' });
  await claim('oINTIME', link, '骆嘉澍', after(59));
});

it('the command prints the link, and says how it is called when it cannot', () => {
  const run = (...args: string[]) =>
    execFileSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'local/bootstrap.ts', ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  expect(run(database.ownerUrl, '--host', CODE_HOST)).toMatch(/https:\/\/youth\.example\.org\/s\/I[\w-]{22}/);
  expect(() => run(database.ownerUrl, '--host', 'youth.example.org')).toThrow('usage');
});
