import { uuidv7 } from 'uuidv7';
import { openDatabase } from '../../cloudfunctions/api/kernel/db';
import type { House } from '../../cloudfunctions/api/kernel/gate';
import { makeLimits } from '../../cloudfunctions/api/kernel/limits';
import { readSettings } from '../../cloudfunctions/api/kernel/settings';
import { answer } from '../../cloudfunctions/api/router';
import { functionEnvironment } from '../host/settings';
import { secretsOf } from '../secrets';
import type { Figure } from './figure';
import type { Ground } from './ground';
import type { Options } from './options';
import { comparison, median, ratioOf, type Pair } from './ratio';
import { BUSY, makeSurroundings, QUIET, type Surroundings } from './surroundings';

const AIM = 1.2;
const WARM_UP = 8;
const CALLS = 24;

/** A database with one cadre in the middle of it, and the functions on it. */
interface Place extends Surroundings {
  house: House;
  close: () => Promise<void>;
}

interface Reading {
  what: string;
  read: (place: Place) => Promise<unknown>;
  /** Where it grows with the organisation by its nature, it is reported without an aim. */
  grows?: boolean;
}

const READINGS: readonly Reading[] = [
  { what: 'contact.list, first page', read: (place) => call(place, place.cadreId, 'contact.list', {}) },
  { what: 'contact.list, search', read: (place) => call(place, place.cadreId, 'contact.list', { search: 'li' }) },
  {
    what: 'contact.youth',
    read: (place) => call(place, place.cadreId, 'contact.youth', { contactId: place.contactId }),
  },
  { what: 'org.me', read: (place) => call(place, place.cadreId, 'org.me', {}) },
  { what: 'contact.holders', read: (place) => call(place, place.youthId, 'contact.holders', {}) },
  {
    what: 'org.overview, province',
    read: (place) => call(place, place.administratorId, 'org.overview', {}),
    grows: true,
  },
];

/** D2.2, D1.5 Whether what one cadre sees grows with what others do. */
export const reads: Figure = { name: 'reads', measure };

async function measure(options: Options, ground: Ground) {
  const busySize = { posts: BUSY.posts * options.scale, others: BUSY.others * options.scale };
  const quiet = await openPlace(ground, 'quiet', QUIET);
  const busy = await openPlace(ground, 'busy', busySize);
  try {
    const read = READINGS.map((reading) => ({ ...reading, pairs: [] as Pair[] }));
    for (let run = 0; run < options.runs; run++) {
      for (const reading of read) reading.pairs.push(await medians(reading, busy, quiet));
    }
    const table = {
      title: `Reading (ms) with ${busySize.posts} posts and ${busySize.others} contacts of others around / with ${QUIET.posts} and ${QUIET.others}; aim ${AIM} or less`,
      heads: ['operation', 'many', 'few', 'ratio', 'lowest', 'highest', 'aim'],
      rows: read.map(({ what, pairs, grows }) => [what, ...comparison(pairs, 1), grows ? 'none' : String(AIM)]),
    };
    const figures = read.map(({ what, pairs }) => ({ what, pairs, ratio: ratioOf(pairs) }));
    return { tables: [table], figures: { quiet: QUIET, busy: busySize, readings: figures } };
  } finally {
    await quiet.close();
    await busy.close();
  }
}

/** Call by call by turns, so that a slow moment of the machine falls on both. */
async function medians({ read }: Reading, busy: Place, quiet: Place): Promise<Pair> {
  const times = { ours: [] as number[], baseline: [] as number[] };
  for (let i = 0; i < WARM_UP + CALLS; i++) {
    const ours = await timed(() => read(busy));
    const baseline = await timed(() => read(quiet));
    if (i < WARM_UP) continue;
    times.ours.push(ours);
    times.baseline.push(baseline);
  }
  return { ours: median(times.ours), baseline: median(times.baseline) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function openPlace(ground: Ground, name: string, size: typeof QUIET): Promise<Place> {
  const { ownerUrl, apiUrl } = await ground.database(name);
  const secrets = secretsOf(ground.dataDir);
  const surroundings = await makeSurroundings(ownerUrl, size, secrets.fieldKey);
  const url = 'http://127.0.0.1';
  const settings = readSettings(functionEnvironment({ url, apiUrl, secrets, staleIdentity: false }));
  const database = openDatabase(apiUrl);
  return {
    ...surroundings,
    house: { settings, database, limits: makeLimits(database.pool) },
    close: () => database.end(),
  };
}

/** As a door would: the person is known, the rest is the product. */
async function call({ house }: Place, personId: string, operation: string, input: object): Promise<void> {
  const identity = {
    kind: 'person' as const,
    personId,
    account: null,
    session: null,
    counted: { calls: 1, untilMs: 0 },
  };
  const context = {
    identity,
    bySession: true,
    sender: null,
    device: { kind: 'miniProgram', words: '' } as const,
    address: '127.0.0.1',
    now: new Date(),
    house,
  };
  const answered = await answer(context, operation, input, uuidv7());
  if (!answered.ok) throw new Error(`${operation} was answered with ${answered.error.code}`);
}
