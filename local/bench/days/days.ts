import type { Figure } from '../figure';
import type { Ground } from '../ground';
import type { Options } from '../options';
import { checkIns } from './checkIns';
import { years } from './years';

/** D4.2, D4.3 Days at the grass roots: checked in, shown over a year, judged anew. */
export const days: Figure = { name: 'days', measure };

async function measure(options: Options, ground: Ground) {
  const checked = await checkIns(ground, options);
  const shown = await years(ground, options);
  return {
    tables: [checked.table, checked.where, ...shown.tables],
    figures: { checkIns: checked.figures, years: shown.figures },
  };
}
