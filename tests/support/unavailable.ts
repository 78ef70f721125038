import { outputOf, type Api, type Heard } from './api';
import { aPair, type Pair } from './crowd';
import { rid } from './house';
import type { Server } from './server';

/** A phone gives up after 15 s. */
const PATIENCE_MS = 14_000;
const WARNING = 40;

/** A scan of a youth's live code that nobody has made yet. */
export async function aScan(api: Api, { youth }: Pair): Promise<{ text: string; requestId: string }> {
  const { codes } = outputOf(await api.ask(youth, 'contact.code', { kind: 'youth' }));
  return { text: codes[0]?.text ?? '', requestId: rid() };
}

/** How many rows there are of a cadre's scans: of contacts, of requests, of used codes. */
export const traces = (server: Server, { cadre }: Pair): Promise<number[]> =>
  server.within(async ({ kysely }) => {
    const rows = await Promise.all([
      kysely.selectFrom('contact').select('id').where('cadre_id', '=', cadre.personId).execute(),
      kysely.selectFrom('request').select('request_id').where('actor_key', '=', `p:${cadre.personId}`).execute(),
      kysely.selectFrom('code_use').select('step').where('scanner_id', '=', cadre.personId).execute(),
    ]);
    return rows.map(({ length }) => length);
  });

/** That a call is told to come back before its phone gives up, and that the log says why, once. */
export async function expectUnavailable(api: Api, asked: Promise<Heard>, why: string): Promise<void> {
  const since = Date.now();
  const reply = await asked;
  expect(Date.now() - since).toBeLessThan(PATIENCE_MS);
  expect(reply).toMatchObject({ code: 'UNAVAILABLE', data: { retryAfterSeconds: 5 } });
  const { requestId } = (reply as { data: { requestId?: string } }).data;
  const lines = api.logged().filter((line) => line.requestId === requestId);
  expect(lines).toMatchObject([{ level: WARNING, msg: 'unavailable' }]);
  expect(JSON.stringify(lines)).toContain(why);
}

interface Harm {
  server: Server;
  api: Api;
  /** What the log says. */
  why: string;
  /** Answers with what puts it right. */
  harm: (pair: Pair) => Promise<() => Promise<void>>;
}

/** A scan that fails while something is wrong leaves nothing, and the same succeeds once it is put right. */
export async function failsMeanwhile({ server, api, why, harm }: Harm): Promise<void> {
  const pair = await aPair(server);
  const scan = await aScan(api, pair);
  const processId = api.processId();
  const putRight = await harm(pair);
  try {
    await expectUnavailable(api, api.ask(pair.cadre, 'contact.register', scan), why);
  } finally {
    await putRight();
  }
  expect(await traces(server, pair)).toEqual([0, 0, 0]);
  outputOf(await api.ask(pair.cadre, 'contact.register', scan));
  expect(await traces(server, pair)).toEqual([1, 1, 1]);
  expect(api.processId()).toBe(processId);
}
