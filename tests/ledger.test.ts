import open from './ledger.open.json';
import { readLedger } from './ledger';

/** An entry is a number that is not built yet, or a number and the part of it that is not. */
const MOST_OPEN = 29;
const numberOf = (entry: string): string => entry.split(' ')[0] ?? '';

const { entries, unknown } = readLedger();
const whole = open.filter((entry) => entry === numberOf(entry));

it('no number stands in the code or in a test that the page does not have', () => {
  expect(unknown).toEqual([]);
  expect(open.filter((entry) => !entries.has(numberOf(entry)))).toEqual([]);
});

it.each([...entries].filter(([number]) => !whole.includes(number)))(
  '%s is held by something and borne by a test',
  (_, entry) => {
    expect(entry.held).not.toEqual([]);
    expect(entry.tests).not.toEqual([]);
  },
);

it('the list of what is not built yet only shrinks', () => {
  const done = whole.filter((number) => entries.get(number)?.held.length && entries.get(number)?.tests.length);
  expect(done).toEqual([]);
  expect(open.length).toBeLessThanOrEqual(MOST_OPEN);
});
