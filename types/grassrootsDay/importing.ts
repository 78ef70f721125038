import { oc } from '@orpc/contract';
import * as z from 'zod';
import { policy } from '../../config/policy';
import { refusing } from '../refusals';
import { count, orgId, requestId } from '../shared';
import { CELL_WRONGS, ROW_STATES, SITE_COLUMNS } from '../words';

const { rows, cell: longest } = policy.grassrootsDay.table;

/** What a table program keeps in a cell; null of an empty one. A day is its number there. */
const cell = z.union([z.string().max(longest), z.number()]).nullable();

const row = z
  .object({
    kind: cell,
    name: cell,
    address: cell,
    /** Degrees; or both of them here, `23.02861,113.10702`. */
    latitude: cell,
    longitude: cell,
    /** Another organisation than that whose table it is, by its name. */
    org: cell.optional(),
  })
  .strict();

const wrong = z.object({
  column: z.enum(SITE_COLUMNS),
  wrong: z.enum(CELL_WRONGS),
  /** Which row it repeats, from 0. */
  like: count.optional(),
});

const settled = z.object({ state: z.enum(ROW_STATES), wrongs: z.array(wrong) });

/** D4.1, C35 Sites out of a table. */
export const importing = {
  /** Registers every site of a table, or none. With `dryRun` it only says, row by row, what would become of it. */
  importSites: oc
    .errors(refusing('OUT_OF_SCOPE', 'ROWS_WRONG', 'REQUEST_REUSED'))
    .input(z.object({ orgId, rows: z.array(row).min(1).max(rows), dryRun: z.boolean(), requestId }).strict())
    .output(
      z.object({
        /** In the order in which they came. */
        rows: z.array(settled),
        /** How many are registered by it, or would be. */
        registered: count,
      }),
    ),
};

export type SheetRow = z.infer<typeof row>;
export type Wrong = z.infer<typeof wrong>;
export type Settled = z.infer<typeof settled>;
