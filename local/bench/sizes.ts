import { BUDGETS, builtSizes } from '../build/sizes';
import type { Figure } from './figure';

const WORDS = {
  mainPackage: 'mini-program, main package',
  miniProgram: 'mini-program, all of it',
  firstScreen: 'browser, first screen, packed',
};

/** What is built, against its budget. `npm test` fails above it. */
export const sizes: Figure = {
  name: 'sizes',
  needsScreens: true,
  measure() {
    const measured = builtSizes();
    const names = Object.keys(WORDS) as (keyof typeof WORDS)[];
    const kB = (bytes: number) => (bytes / 1000).toFixed(0);
    const table = {
      title: 'Sizes (kB); must be 1 or less',
      heads: ['what', 'size', 'budget', 'ratio'],
      rows: names.map((name) => [
        WORDS[name],
        kB(measured[name]),
        kB(BUDGETS[name]),
        (measured[name] / BUDGETS[name]).toFixed(2),
      ]),
    };
    return Promise.resolve({ tables: [table], figures: { bytes: measured, budgets: BUDGETS } });
  },
};
