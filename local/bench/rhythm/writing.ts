import { uuidv7 } from 'uuidv7';
import { dayOf } from '../../../cloudfunctions/api/kernel/calendar';
import { connectionsAtMost, openDatabase } from '../../../cloudfunctions/api/kernel/db';
import { openSession } from '../../../cloudfunctions/api/kernel/sessions';
import { functionEnvironment, type Environment } from '../../host/settings';
import { secretsOf } from '../../secrets';
import { burst } from '../burst';
import { openDoor, type Door } from '../door';
import { barePool, type Ground } from '../ground';
import { comparison, interleaved, ratioOf, type Pair } from '../ratio';
import { whereTheTimeGoes } from '../where';
import { copyBareLogs, writeBare } from './bareLogs';
import { cadreOfContact, idOf, type CrowdSize } from './crowd';
import type { Crowd } from './fill';

const AIM = 0.4;
const WRITERS = 200;
const WARM_UP = 1_200;
const JOBS = new Map([
  [1, 150],
  [32, 600],
]);
const QUICKER = 5;
const WATCHED = 600;

/** What a cadre writes down of a contact. */
export interface Writing {
  cadreId: string;
  contactId: string;
  day: string;
  token: string;
}

interface Runs {
  runs: number;
  quick: boolean;
}

/** D2.3 Logs per second through the HTTP door, against the same rule as bare SQL, both among all that is there. */
export async function writing(ground: Ground, crowd: Crowd, size: CrowdSize, { runs, quick }: Runs) {
  const secrets = secretsOf(ground.dataDir);
  const environment = (url: string): Environment =>
    functionEnvironment({ url, apiUrl: crowd.apiUrl, secrets, staleIdentity: false });
  const poolSize = connectionsAtMost();
  const writings = await signedIn(crowd, size);
  const door = await openDoor({ dataDir: ground.dataDir, environment });
  const bare = barePool(crowd.ownerUrl, poolSize);
  const ours = (callers: number, some: Writing[]) => burst(callers, some, (one) => throughDoor(door, one));
  const theirs = (callers: number, some: Writing[]) => burst(callers, some, (one) => writeBare(bare, one));
  const take = (n: number, from: number) =>
    Array.from({ length: n }, (_, i) => writings[(from + i) % writings.length] as Writing);
  try {
    await copyBareLogs(bare);
    await theirs(poolSize, take(WARM_UP, 0));
    await ours(poolSize, take(WARM_UP, 0));
    const rates = [...JOBS].map(([callers, n]) => ({
      callers,
      n: quick ? Math.ceil(n / QUICKER) : n,
      pairs: [] as Pair[],
    }));
    for (let run = 0; run < runs; run++) {
      for (const { callers, n, pairs } of rates) {
        const some = take(n, run * n);
        pairs.push(
          await interleaved(
            run,
            () => ours(callers, some),
            () => theirs(callers, some),
          ),
        );
      }
    }
    const where = await whereTheTimeGoes({
      what: 'log',
      ground,
      database: crowd.name,
      environment: environment(door.url),
      jobs: take(quick ? WATCHED / QUICKER : WATCHED, 0),
      eventOf: (one) => ({ path: '/api/contactLog/write', body: inputOf(one), token: one.token }),
      throughDoor: (one) => throughDoor(door, one),
      bare: (one) => writeBare(bare, one),
      bareRoundTrips: 8,
    });
    return {
      where: where.table,
      table: {
        title: `Logs written per second, HTTP door / bare SQL (${poolSize} connections each); aim ${AIM} or more at 32`,
        heads: ['callers at once', 'door', 'bare SQL', 'ratio', 'lowest', 'highest'],
        rows: rates.map(({ callers, pairs }) => [String(callers), ...comparison(pairs, 0)]),
      },
      figures: {
        where: where.figures,
        rates: rates.map((rate) => ({ ...rate, ratio: ratioOf(rate.pairs) })),
      },
    };
  } finally {
    await door.close();
    await bare.end();
  }
}

/** One contact each of so many cadres, who are signed in. */
async function signedIn({ ownerUrl }: Crowd, size: CrowdSize): Promise<Writing[]> {
  const owner = openDatabase(ownerUrl);
  const now = new Date();
  try {
    return await owner.kysely.transaction().execute(async (tx) => {
      const writings: Writing[] = [];
      for (let contact = size.contacts - 1; contact >= Math.max(0, size.contacts - WRITERS); contact--) {
        const cadreId = idOf('cadre', cadreOfContact(size, contact));
        const { token } = await openSession(tx, cadreId, now);
        writings.push({ cadreId, contactId: idOf('contact', contact), day: dayOf(now), token });
      }
      return writings;
    });
  } finally {
    await owner.end();
  }
}

const inputOf = ({ contactId, day }: Writing) => ({
  task: 'listening',
  way: 'online',
  activity: false,
  day,
  text: '',
  contactIds: [contactId],
  requestId: uuidv7(),
});

async function throughDoor(door: Door, one: Writing): Promise<void> {
  const answer = await door.post('contactLog.write', inputOf(one), one.token);
  if (!answer.ok) throw new Error(`contactLog.write was answered with ${answer.error.code}`);
}
