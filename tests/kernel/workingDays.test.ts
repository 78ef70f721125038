import fc from 'fast-check';
import { daysAfter, isWorkingDay, workingDays, type WorkYear } from '../../cloudfunctions/api/kernel/calendar';

/** The end of January and the beginning of February 2025: the Spring Festival, with two make-up days. */
const YEARS: WorkYear[] = [
  {
    year: 2025,
    off: ['2025-01-01', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-02-03', '2025-02-04'],
    worked: ['2025-01-26', '2025-02-08'],
  },
];

it.each<[string, boolean | null, string]>([
  ['2025-01-24', true, 'a Friday'],
  ['2025-01-25', false, 'a Saturday'],
  ['2025-01-26', true, 'a Sunday that is worked'],
  ['2025-01-28', false, 'a Tuesday that is off'],
  ['2025-02-08', true, 'a Saturday that is worked'],
  ['2024-12-31', null, 'in a year that is not known'],
  ['2026-01-01', null, 'in a year that is not published'],
])('D10.3 %s: %s, %s', (day, working) => {
  expect(isWorkingDay(day, YEARS)).toBe(working);
});

it('D10.3, C16 the working days of a span with a holiday and a make-up day inside, both ends in it', () => {
  expect(workingDays({ from: '2025-01-24', until: '2025-02-08' }, YEARS)).toEqual([
    '2025-01-24',
    '2025-01-26',
    '2025-01-27',
    '2025-02-05',
    '2025-02-06',
    '2025-02-07',
    '2025-02-08',
  ]);
});

it('D10.3 a span of which one day is in an unknown year is unknown, and guesses nothing', () => {
  expect(workingDays({ from: '2024-12-31', until: '2025-01-02' }, YEARS)).toBeNull();
  expect(workingDays({ from: '2025-12-29', until: '2026-01-01' }, YEARS)).toBeNull();
  expect(workingDays({ from: '2025-02-02', until: '2025-02-01' }, YEARS)).toEqual([]);
});

it('D10.3 the working days of a span are those of its parts, wherever it is cut', () => {
  const dayIn2025 = fc.integer({ min: 0, max: 364 }).map((days) => daysAfter('2025-01-01', days));
  fc.assert(
    fc.property(fc.tuple(dayIn2025, dayIn2025, dayIn2025), (days) => {
      const [from, cut, until] = [...days].sort() as [string, string, string];
      const [whole, first, second] = [
        workingDays({ from, until }, YEARS),
        workingDays({ from, until: cut }, YEARS),
        workingDays({ from: daysAfter(cut, 1), until }, YEARS),
      ];
      expect([...(first ?? []), ...(second ?? [])]).toEqual(whole);
    }),
  );
});
