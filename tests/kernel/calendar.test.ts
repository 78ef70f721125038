import { dayOf, firstOfMonthAfter, monthsBetween } from '../../cloudfunctions/api/kernel/calendar';

describe('D10.1 days are those of Asia/Shanghai', () => {
  it.each([
    ['2026-11-24T15:59:59.999Z', '2026-11-24'],
    ['2026-11-24T16:00:00.000Z', '2026-11-25'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
  ])('%s is %s there', (instant, day) => {
    expect(dayOf(new Date(instant))).toBe(day);
  });

  it('agrees with the time-zone database', () => {
    const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
    for (let hour = 0; hour < 24 * 400; hour += 7) {
      const instant = new Date(Date.parse('2026-01-01T00:00:00Z') + hour * 3_600_000);
      expect(dayOf(instant)).toBe(shanghai.format(instant));
    }
  });
});

it('D10.4 counts months across years', () => {
  expect(monthsBetween('2010-12-01', '2027-01-31')).toBe(16 * 12 + 1);
  expect(firstOfMonthAfter('1990-12-15', 433)).toBe('2027-01-01');
  expect(firstOfMonthAfter('2026-11-30', 1)).toBe('2026-12-01');
});
