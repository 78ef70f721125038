import { sql } from 'kysely';
import { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import { dayOf } from '../../../cloudfunctions/api/kernel/calendar';
import { connectionsAtMost, openDatabase } from '../../../cloudfunctions/api/kernel/db';
import { functionEnvironment, type Environment } from '../../host/settings';
import { secretsOf } from '../../secrets';
import { burst } from '../burst';
import { openDoor, type Door } from '../door';
import type { Ground } from '../ground';
import { comparison, interleaved, ratioOf, type Pair } from '../ratio';
import { checkInBare, copyBareDays } from './bareDays';
import { liveText, makeArrivals, type Arrival } from './places';

const AIM = 0.4;
const CADRES = 500;
const CALLERS = 32;
const WARM_UP = 1_500;
/** Of all runs together. */
const CHECK_INS = 5_000;
const QUICKER = 5;

interface Wish {
  runs: number;
  quick: boolean;
}

/** D4.2 Check-ins per second through the HTTP door, against the same rule as bare SQL; none of them lost or doubled. */
export async function checkIns(ground: Ground, { runs, quick }: Wish) {
  const { ownerUrl, apiUrl } = await ground.database('check_ins');
  const secrets = secretsOf(ground.dataDir);
  const environment = (url: string): Environment => functionEnvironment({ url, apiUrl, secrets, staleIdentity: false });
  const poolSize = connectionsAtMost();
  const each = Math.ceil((quick ? CHECK_INS / QUICKER : CHECK_INS) / runs);
  const arrivals = await makeArrivals(ownerUrl, {
    cadres: CADRES,
    arrivals: WARM_UP + runs * each,
    codeKey: secrets.codeKey,
  });
  const door = await openDoor({ dataDir: ground.dataDir, environment });
  const bare = new Pool({ connectionString: ownerUrl, max: poolSize });
  const today = dayOf(new Date());
  const ours = (some: Arrival[]) => throughDoor(door, some, secrets.codeKey);
  const theirs = (some: Arrival[]) => burst(CALLERS, some, (one) => checkInBare(bare, one, today));
  try {
    await copyBareDays(bare);
    const warmUp = arrivals.slice(0, WARM_UP);
    await theirs(warmUp);
    await ours(warmUp);
    const pairs: Pair[] = [];
    for (let run = 0; run < runs; run++) {
      const some = arrivals.slice(WARM_UP + run * each, WARM_UP + (run + 1) * each);
      const pair = await interleaved(
        run,
        () => ours(some),
        () => theirs(some),
      );
      pairs.push(pair);
    }
    await agrees(ownerUrl, arrivals.length);
    return {
      table: {
        title: `Check-ins per second, HTTP door / bare SQL (${poolSize} connections each), ${runs * each} of them; aim ${AIM} or more; none lost or doubled`,
        heads: ['callers at once', 'door', 'bare SQL', 'ratio', 'lowest', 'highest'],
        rows: [[String(CALLERS), ...comparison(pairs, 0)]],
      },
      figures: { pairs, ratio: ratioOf(pairs), checkIns: arrivals.length },
    };
  } finally {
    await door.close();
    await bare.end();
  }
}

function throughDoor(door: Door, some: readonly Arrival[], codeKey: string): Promise<number> {
  const jobs = some.map((one) => ({ token: one.token, text: liveText(one, codeKey, door.url) }));
  return burst(CALLERS, jobs, async ({ token, text }) => {
    const input = { where: { text }, location: null, requestId: uuidv7() };
    const answer = await door.post('grassrootsDay.checkIn', input, token);
    if (!answer.ok) throw new Error(`grassrootsDay.checkIn was answered with ${answer.error.code}`);
  });
}

/** Every arrival is one check-in that counts, and the days say the same. */
async function agrees(ownerUrl: string, arrivals: number): Promise<void> {
  const owner = openDatabase(ownerUrl);
  try {
    const { rows } = await sql<{ made: number; distinct: number; ofDays: number }>`
      select count(*)::int as made, count(distinct (cadre_id, site_id))::int as distinct,
        (select sum(confirmed)::int from grassroots_day) as "ofDays"
      from check_in where state = 'confirmed'`.execute(owner.kysely);
    const [counted] = rows;
    if (counted?.made !== arrivals || counted.distinct !== arrivals || counted.ofDays !== arrivals)
      throw new Error(`${arrivals} check-ins were made, and there are ${JSON.stringify(counted)}`);
  } finally {
    await owner.end();
  }
}
