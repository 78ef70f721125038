import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { dayOf } from '../../../cloudfunctions/api/kernel/calendar';
import { connectionsAtMost, openDatabase } from '../../../cloudfunctions/api/kernel/db';
import { functionEnvironment, type Environment } from '../../host/settings';
import { secretsOf } from '../../secrets';
import { burst } from '../burst';
import { openDoor } from '../door';
import { barePool, type Ground } from '../ground';
import { comparison, interleaved, ratioOf, type Pair } from '../ratio';
import { whereTheTimeGoes } from '../where';
import { checkInBare, copyBareDays } from './bareDays';
import { liveText, makeArrivals, type Arrival } from './places';

const AIM = 0.4;
const CADRES = 500;
const CALLERS = 32;
const WARM_UP = 1_500;
/** Of each run. */
const CHECK_INS = 5_000;
const QUICKER = 5;
/** One at a time, by turns through the door, in this process and bare. */
const WATCHED = 900;

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
  const each = quick ? CHECK_INS / QUICKER : CHECK_INS;
  const watched = quick ? WATCHED / QUICKER : WATCHED;
  const measured = WARM_UP + runs * each;
  const arrivals = await makeArrivals(ownerUrl, {
    cadres: CADRES,
    arrivals: measured + watched,
    codeKey: secrets.codeKey,
  });
  const door = await openDoor({ dataDir: ground.dataDir, environment });
  const bare = barePool(ownerUrl, poolSize);
  const today = dayOf(new Date());
  const inputOf = (one: Arrival) => ({
    where: { text: liveText(one, secrets.codeKey, door.url) },
    location: null,
    requestId: uuidv7(),
  });
  const throughDoor = async (input: ReturnType<typeof inputOf>, token: string) => {
    const answer = await door.post('grassrootsDay.checkIn', input, token);
    if (!answer.ok) throw new Error(`grassrootsDay.checkIn was answered with ${answer.error.code}`);
  };
  const ours = (some: Arrival[]) => {
    const jobs = some.map((one) => ({ token: one.token, input: inputOf(one) }));
    return burst(CALLERS, jobs, ({ input, token }) => throughDoor(input, token));
  };
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
    await agrees(ownerUrl, measured);
    const where = await whereTheTimeGoes({
      what: 'check-in',
      ground,
      database: 'check_ins',
      environment: environment(door.url),
      jobs: arrivals.slice(measured),
      eventOf: (one) => ({ path: '/api/grassrootsDay/checkIn', body: inputOf(one), token: one.token }),
      throughDoor: (one) => throughDoor(inputOf(one), one.token),
      bare: (one) => checkInBare(bare, one, today),
      bareRoundTrips: 6,
    });
    return {
      where: where.table,
      table: {
        title: `Check-ins per second, HTTP door / bare SQL (${poolSize} connections each), ${each} of them; aim ${AIM} or more; none lost or doubled`,
        heads: ['callers at once', 'door', 'bare SQL', 'ratio', 'lowest', 'highest'],
        rows: [[String(CALLERS), ...comparison(pairs, 0)]],
      },
      figures: { where: where.figures, pairs, ratio: ratioOf(pairs), checkIns: measured },
    };
  } finally {
    await door.close();
    await bare.end();
  }
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
