import { Faker, zh_CN } from '@faker-js/faker';
import { Client } from 'pg';
import { recount } from '../../local/recount';
import { anApi, type Api } from '../support/api';
import { acknowledged, burst, failures, scansOf } from '../support/burst';
import { aCrowd, newOpenid } from '../support/crowd';
import { aServer, type Server } from '../support/server';

const CROWD = { cadres: 6, youths: 12 };
const SCANS = CROWD.youths * 3;
/** A phone gives up after 15 s. */
const PATIENCE_MS = 14_000;

let server: Server;
let api: Api;
let rounds = 0;
beforeAll(async () => {
  server = await aServer('burst');
  api = await anApi(server);
  await api.ask({ openid: newOpenid() }, 'privacy.notice', {});
});
afterAll(async () => {
  await api.end();
  await server.end();
});

it.each(['fsync', 'full_page_writes', 'synchronous_commit'])('%s is on for the functions', async (setting) => {
  const client = new Client({ connectionString: server.apiUrl });
  await client.connect();
  const { rows } = await client.query(`show ${setting}`);
  await client.end();
  expect(rows).toEqual([{ [setting]: 'on' }]);
});

/** All live contacts; the stock is what a recount finds. */
const contacts = () =>
  server.within(async (db) => {
    expect((await recount(db)).differences).toEqual([]);
    return db.kysely
      .selectFrom('contact')
      .select(['id', 'cadre_id', 'youth_id'])
      .where('ended_at', 'is', null)
      .execute();
  });

interface Harm {
  harm: () => Promise<void>;
  mend: () => Promise<void>;
  said: string;
}

/** Does the harm at a random moment of a burst, mends it, and sends the same scans again: once is once. */
async function play(round: number, { harm, mend, said }: Harm): Promise<void> {
  const moment = new Faker({ locale: [zh_CN], seed: round }).number.int({ min: 1, max: SCANS / 2 });
  const scans = await scansOf(api, await aCrowd(server, CROWD));
  let harmed = Promise.resolve();
  const told = await burst(api, scans, (soFar) => {
    if (soFar === moment) harmed = harm();
  });
  await harmed;
  const first = acknowledged(told);
  expect(first.size).toBeGreaterThanOrEqual(moment);
  expect(first.size).toBeLessThan(SCANS);
  expect(failures(told)).toEqual([said]);
  expect(Math.max(...told.map(({ ms }) => ms))).toBeLessThan(PATIENCE_MS);

  await mend();
  const stand = new Set((await contacts()).map(({ id }) => id));
  expect([...first.values()].filter(({ contactId }) => !stand.has(contactId))).toEqual([]);

  const again = acknowledged(await burst(api, scans));
  expect(again.size).toBe(SCANS);
  for (const [scan, answer] of first) expect(again.get(scan)).toEqual(answer);
  const all = SCANS * ++rounds;
  const pairs = (await contacts()).map(({ cadre_id, youth_id }) => `${cadre_id} ${youth_id}`);
  expect([pairs.length, new Set(pairs).size]).toEqual([all, all]);
}

it.each([1, 2, 3])(
  'C4 a power cut in a burst of scans loses nothing and doubles nothing, round %i',
  async (round) => {
    const processId = api.processId();
    await play(round, { harm: server.cutPower, mend: server.start, said: 'UNAVAILABLE' });
    expect(api.processId()).toBe(processId);
  },
  60_000,
);

it.each([4, 5])(
  'C4 nor does the sudden end of the function, round %i',
  async (round) => {
    const processId = api.processId() ?? 0;
    const harm = () => Promise.resolve(void process.kill(processId, 'SIGKILL'));
    await play(round, { harm, mend: () => Promise.resolve(), said: 'PLATFORM' });
    expect(api.processId()).not.toBe(processId);
  },
  60_000,
);
