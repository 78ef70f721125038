import { connectionsAtMost } from '../../cloudfunctions/api/kernel/db';
import { uuidv7 } from 'uuidv7';
import { functionEnvironment, type Environment } from '../host/settings';
import { secretsOf } from '../secrets';
import { copyBare, registerBare } from './bare';
import { burst } from './burst';
import { openDoor, type Door } from './door';
import type { Figure } from './figure';
import { barePool, type Ground } from './ground';
import type { Options } from './options';
import { comparison, interleaved, ratioOf, type Pair } from './ratio';
import { liveText, makeScans, type Scan } from './scans';
import type { Table } from './table';
import { whereTheTimeGoes } from './where';

const DATABASE = 'registrations';
const AIM = 0.4;
const CADRES = 400;
const CONTACTS_EACH = 25;
/** Enough that every connection keeps the plans of all statements: PostgreSQL keeps one from the sixth time on. */
const WARM_UP = 800;
const WATCHED = 900;
/** Registrations of one run, by callers. */
const JOBS = new Map([
  [1, 150],
  [8, 500],
  [32, 600],
]);
const QUICKER = 5;

/** D2.2 Registrations per second through the HTTP door, against the same rule as bare SQL. */
export const registrations: Figure = { name: 'registrations', measure };

async function measure(options: Options, ground: Ground) {
  const { ownerUrl, apiUrl } = await ground.database(DATABASE);
  const secrets = secretsOf(ground.dataDir);
  const environment = (url: string): Environment => functionEnvironment({ url, apiUrl, secrets, staleIdentity: false });
  const poolSize = connectionsAtMost();
  const jobs = [...JOBS].map(([callers, n]) => ({ callers, n: options.quick ? Math.ceil(n / QUICKER) : n }));
  const perRun = jobs.reduce((sum, { n }) => sum + n, 0);
  const scans = await makeScans(ownerUrl, {
    cadres: CADRES * options.scale,
    contactsEach: CONTACTS_EACH,
    scans: WARM_UP + options.runs * perRun + WATCHED,
    codeKey: secrets.codeKey,
  });
  const take = (n: number): Scan[] => scans.splice(0, n);

  const door = await openDoor({ dataDir: ground.dataDir, environment });
  const bare = barePool(ownerUrl, poolSize);
  await copyBare(bare);
  const bareBurst = (callers: number, some: Scan[]) => burst(callers, some, (scan) => registerBare(bare, scan));
  const doorBurst = (callers: number, some: Scan[]) => throughDoor(door, callers, some, secrets.codeKey);
  try {
    const warmUp = take(WARM_UP);
    await bareBurst(poolSize, warmUp);
    await doorBurst(poolSize, warmUp);
    const rates = jobs.map(({ callers, n }) => ({ callers, n, pairs: [] as Pair[] }));
    for (let run = 0; run < options.runs; run++) {
      for (const { callers, n, pairs } of rates) {
        const some = take(n);
        const pair = await interleaved(
          run,
          () => doorBurst(callers, some),
          () => bareBurst(callers, some),
        );
        pairs.push(pair);
      }
    }
    const where = await whereTheTimeGoes({
      what: 'registration',
      ground,
      database: DATABASE,
      environment: environment(door.url),
      jobs: take(WATCHED),
      eventOf: (scan) => ({
        path: '/api/contact/register',
        body: { text: liveText(scan, secrets.codeKey, door.url), requestId: uuidv7() },
        token: scan.token,
      }),
      throughDoor: (scan) => doorBurst(1, [scan]).then(() => undefined),
      bare: (scan) => registerBare(bare, scan),
      bareRoundTrips: 6,
    });
    return {
      tables: [ratesTable(rates, poolSize), where.table],
      figures: {
        poolSize,
        rates: rates.map((rate) => ({ ...rate, ratio: ratioOf(rate.pairs) })),
        where: where.figures,
      },
    };
  } finally {
    await door.close();
    await bare.end();
  }
}

/** Each call with a code of this moment and a request of its own. The codes are worked out before the clock starts. */
function throughDoor(door: Door, callers: number, scans: readonly Scan[], codeKey: string): Promise<number> {
  const jobs = scans.map((scan) => ({ token: scan.token, text: liveText(scan, codeKey, door.url) }));
  return burst(callers, jobs, async ({ token, text }) => {
    const answer = await door.post('contact.register', { text, requestId: uuidv7() }, token);
    if (!answer.ok) throw new Error(`contact.register was answered with ${answer.error.code}`);
  });
}

function ratesTable(rates: { callers: number; pairs: Pair[] }[], poolSize: number): Table {
  return {
    title: `Registrations per second, HTTP door / bare SQL (${poolSize} connections each); aim ${AIM} or more`,
    heads: ['callers at once', 'door', 'bare SQL', 'ratio', 'lowest', 'highest'],
    rows: rates.map(({ callers, pairs }) => [String(callers), ...comparison(pairs, 0)]),
  };
}
