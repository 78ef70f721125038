import { sql } from 'kysely';
import { policy } from '../../../config/policy';
import { lineOf, weeksOfPost } from '../../../cloudfunctions/api/grassrootsDay/rules/grid';
import { frameOf } from '../../../cloudfunctions/api/grassrootsDay/rules/week';
import { readFacts } from '../../../cloudfunctions/api/grassrootsDay/rules/facts';
import { gridFacts } from '../../../cloudfunctions/api/grassrootsDay/store/weeks';
import { weeksOfYear } from '../../../cloudfunctions/api/grassrootsDay/weeks';
import { declareActor } from '../../../cloudfunctions/api/kernel/actor';
import { dayOf } from '../../../cloudfunctions/api/kernel/calendar';
import { openDatabase } from '../../../cloudfunctions/api/kernel/db';
import { workYears } from '../../../cloudfunctions/api/kernel/workYears';
import type { MadeOrg, MadePerson } from '../../../tests/factory';
import type { Ground } from '../ground';
import { byTurns, call, openPlace, timed } from '../place';
import { makeProvince } from '../province';
import { comparison, interleaved, ratioOf, type Pair } from '../ratio';

const GRID_AIM = 1.2;
const GRID_CADRES = 500;
const YEARS = 5;
const CADRES = 20_000;
const SINCE = '2019-01-01';

interface Wish {
  runs: number;
  quick: boolean;
}

interface Years {
  ownerUrl: string;
  apiUrl: string;
  org: MadeOrg;
  administrator: MadePerson;
}

/** Cadres of one organisation who were at the grass roots on a day of every week, for so many years. */
async function makeYears(ground: Ground, name: string, cadres: number, years: number): Promise<Years> {
  const { ownerUrl, apiUrl } = await ground.database(name);
  const made = await makeProvince(ownerUrl, async ({ factory, root, cities }) => {
    const [org] = cities;
    if (!org) throw new Error('a province without cities');
    const administrator = factory.anAdministrator({ org: root });
    await factory.save();
    await fill(ownerUrl, org, cadres, years);
    return { org, administrator };
  });
  return { ownerUrl, apiUrl, ...made };
}

async function fill(ownerUrl: string, { id: orgId }: MadeOrg, cadres: number, years: number): Promise<void> {
  const owner = openDatabase(ownerUrl, { patient: true });
  await owner.kysely.transaction().execute(async (tx) => {
    await sql`create temporary table made on commit drop as
      select gen_random_uuid() as person_id, gen_random_uuid() as post_id, n from generate_series(1, ${cadres}) n`.execute(
      tx,
    );
    await sql`insert into person (id, name, search, created_at)
      select person_id, 'cadre ' || n, 'cadre ' || lpad(n::text, 6, '0'), now() from made`.execute(tx);
    await sql`insert into post (id, person_id, org_id, service, in_establishment, leadership, title, from_day)
      select post_id, person_id, ${orgId}, 'fullTime', true, n % 10 = 0, '干部', ${SINCE} from made`.execute(tx);
    await sql`insert into grassroots_day (post_id, cadre_id, org_id, day, confirmed, unconfirmed)
      select post_id, person_id, ${orgId}, current_date - 7 * week - (n % 5)::int, 1, 0
      from made cross join generate_series(0, ${years * 52 - 1}) week where (n + week) % 11 > 0`.execute(tx);
  });
  await owner.end();
}

/** D4.3 The grid of a year, from one to five years of history; and all weeks of a province judged anew. */
export async function years(ground: Ground, { runs, quick }: Wish) {
  const grid = await gridOverYears(ground, runs);
  const rebuilt = await rebuilding(ground, quick ? CADRES / 20 : CADRES, runs);
  return {
    tables: [
      {
        title: `The grid of a year of ${GRID_CADRES} cadres (ms), ${YEARS} years of history / one; aim ${GRID_AIM} or less`,
        heads: ['operation', 'many', 'few', 'ratio', 'lowest', 'highest'],
        rows: [['grassrootsDay.grid', ...comparison(grid, 1)]],
      },
      rebuilt.table,
    ],
    figures: { grid: { pairs: grid, ratio: ratioOf(grid) }, rebuilding: rebuilt.figures },
  };
}

async function gridOverYears(ground: Ground, runs: number): Promise<Pair[]> {
  const many = await makeYears(ground, 'years_many', GRID_CADRES, YEARS);
  const few = await makeYears(ground, 'years_few', GRID_CADRES, 1);
  const [manyPlace, fewPlace] = [openPlace(many.apiUrl, ground.dataDir), openPlace(few.apiUrl, ground.dataDir)];
  const pairs: Pair[] = [];
  try {
    for (let run = 0; run < runs; run++)
      pairs.push(
        await byTurns(
          () => call(manyPlace, many.administrator.personId, 'grassrootsDay.grid', { orgId: many.org.id, of: 'own' }),
          () => call(fewPlace, few.administrator.personId, 'grassrootsDay.grid', { orgId: few.org.id, of: 'own' }),
        ),
      );
    return pairs;
  } finally {
    await manyPlace.close();
    await fewPlace.close();
  }
}

/** D10.3 After a correction of the calendar nothing is written: weeks are judged when they are read. Here all of them are. */
async function rebuilding(ground: Ground, cadres: number, runs: number) {
  const { ownerUrl, org, administrator } = await makeYears(ground, 'years_province', cadres, 1);
  const owner = openDatabase(ownerUrl, { patient: true });
  const weeks = weeksOfYear(undefined, dayOf(new Date()));
  const { services } = policy.grassrootsDay;
  const today = dayOf(new Date());
  const judge = () =>
    owner.kysely.transaction().execute(async (tx) => {
      await declareActor(tx, administrator.personId, '', today);
      const known = await workYears(tx, weeks.span);
      const frames = weeks.begun.map((monday) => frameOf(monday, known));
      const whose = { orgId: org.id, below: false, services, span: weeks.span };
      const posts = await gridFacts(tx, whose, cadres);
      if (posts.length !== cadres) throw new Error(`${posts.length} of ${cadres} cadres were judged`);
      return posts.map(({ postId, fact }) =>
        lineOf(weeksOfPost(postId, frames, readFacts(fact, weeks.span.from), today, policy.grassrootsDay), today),
      );
    });
  const plainly = () =>
    sql`select post_id, day, confirmed, unconfirmed from grassroots_day
      where day between ${weeks.span.from} and ${weeks.span.until}`.execute(owner.kysely);
  const pairs: Pair[] = [];
  try {
    await judge();
    await plainly();
    for (let run = 0; run < runs; run++)
      pairs.push(
        await interleaved(
          run,
          () => timed(judge),
          () => timed(plainly),
        ),
      );
    return {
      table: {
        title: `All weeks of a year of ${cadres} cadres judged anew (ms) / the same days plainly read; no aim`,
        heads: ['what', 'ours', 'plainly', 'ratio', 'lowest', 'highest'],
        rows: [['weeks', ...comparison(pairs, 0)]],
      },
      figures: { cadres, pairs, ratio: ratioOf(pairs) },
    };
  } finally {
    await owner.end();
  }
}
