import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { takeTable } from '@/lib/takeTable';
import { TakeTable } from '@/ui/TakeTable';
import { gridTables } from './gridTable';
import { stateWords } from './weekWords';

interface Props {
  grid: Outputs['grassrootsDay']['grid'];
  orgId: number;
  of: 'own' | 'below';
}

/** The whole grid of a year as a table on one's own computer. */
export const TakeGrid = ({ grid, orgId, of }: Props) => (
  <TakeTable
    id="take-grid"
    take={(onTaken) =>
      takeTable(
        {
          fileName: `每周一天-${grid.year}`,
          unit: '位团干部',
          pageAfter: async (cursor) => {
            const input = { orgId, of, year: grid.year, ...(cursor && { cursor }) };
            const { rows, next } = await client.grassrootsDay.grid(input);
            return { items: rows, next };
          },
          tablesOf: (rows) => gridTables({ grid, rows, words: stateWords }),
        },
        onTaken,
      )
    }
  />
);
