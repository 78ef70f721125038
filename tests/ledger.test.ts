import open from './ledger.open.json';
import { readLedger } from './ledger';

const { entries, unknown } = readLedger();
const isOpen = (number: string) => open.includes(number);

it('no number stands in the code or in a test that the page does not have', () => {
  expect(unknown).toEqual([]);
  expect(open.filter((number) => !entries.has(number))).toEqual([]);
});

it.each([...entries].filter(([number]) => !isOpen(number)))(
  '%s is held by something and borne by a test',
  (_, entry) => {
    expect(entry.held).not.toEqual([]);
    expect(entry.tests).not.toEqual([]);
  },
);

it('the list of what is not built yet only shrinks: 30 at the most', () => {
  const done = open.filter((number) => entries.get(number)?.held.length && entries.get(number)?.tests.length);
  expect(done).toEqual([]);
  expect(open.length).toBeLessThanOrEqual(30);
});
