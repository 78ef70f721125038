import { sql, type RawBuilder } from 'kysely';
import { openDatabase, type Tx } from '../../../cloudfunctions/api/kernel/db';
import type { MadeOrg } from '../../../tests/factory';
import { flowDifferences, FLOWS_ANEW } from '../../recountFlows';
import { timed } from '../place';
import { comparison, interleaved, ratioOf, type Pair } from '../ratio';
import type { Crowd } from './fill';

const RECOUNT_AIM = 1.5;
const SUMS_AIM = 1 / 300;

/** Its rows stay in the server: what is measured is the counting, and nobody reads them. */
const withoutRows = (counted: RawBuilder<unknown>) =>
  sql`select sum(hashtext(counted::text)) from (${counted}) counted`;

const plainly = (tx: Tx) =>
  withoutRows(sql`
    select l.post_id, date_trunc('quarter', l.day), count(*), count(m.proof)
    from contact_log l join contact_log_mark m on m.log_id = l.id
    group by 1, 2`).execute(tx);

/** The organisations first, as an array: a join with them costs more than all that is added up. */
const sums = (tx: Tx, { path }: MadeOrg) =>
  sql`
    select count(*), sum(logs), sum(days_on_time), sum(days_late), sum(met), sum(activities)
    from flow
    where org_id = any (array(select id from org where path like ${`${path}%`}))
      and quarter = date_trunc('quarter', now())::date`.execute(tx);

const recount = (tx: Tx) => withoutRows(FLOWS_ANEW).execute(tx);

async function compared(tx: Tx): Promise<void> {
  const [difference] = await flowDifferences(tx);
  if (difference) throw new Error(`the figures do not agree: ${JSON.stringify(difference)}`);
}

/** D10.1 All flows counted anew, over a plain GROUP BY of the same tables; and the sums that are shown, over that. */
export async function counting({ ownerUrl, root, city }: Crowd, runs: number) {
  const owner = openDatabase(ownerUrl, { patient: true });
  const db = owner.kysely;
  const read = [
    {
      what: 'recount / GROUP BY',
      aim: RECOUNT_AIM,
      ours: () => recount(db),
      baseline: () => plainly(db),
      pairs: [] as Pair[],
    },
    {
      what: 'recount with every day and log compared / GROUP BY',
      aim: null,
      ours: () => compared(db),
      baseline: () => plainly(db),
      pairs: [] as Pair[],
    },
    {
      what: 'a city’s sums / recount',
      aim: SUMS_AIM,
      ours: () => sums(db, city),
      baseline: () => recount(db),
      pairs: [] as Pair[],
    },
    {
      what: 'the province’s sums / recount',
      aim: SUMS_AIM,
      ours: () => sums(db, root),
      baseline: () => recount(db),
      pairs: [] as Pair[],
    },
  ];
  try {
    for (const { ours, baseline } of read) {
      await ours();
      await baseline();
    }
    for (let run = 0; run < runs; run++)
      for (const { ours, baseline, pairs } of read)
        pairs.push(
          await interleaved(
            run,
            () => timed(ours),
            () => timed(baseline),
          ),
        );
    return {
      table: {
        title: 'Counting (ms)',
        heads: ['what', 'ours', 'baseline', 'ratio', 'lowest', 'highest', 'aim'],
        rows: read.map(({ what, pairs, aim }) => [what, ...comparison(pairs, 1, 4), aim?.toFixed(4) ?? 'none']),
      },
      figures: read.map(({ what, pairs }) => ({ what, pairs, ratio: ratioOf(pairs) })),
    };
  } finally {
    await owner.end();
  }
}
