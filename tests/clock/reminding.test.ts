import { policy } from '../../config/policy';
import { remindsOf } from '../../cloudfunctions/clock/reminding';
import { reminders } from '../../cloudfunctions/clock/jobs/reminders';
import { testSettings } from '../support/house';

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`);
const on = (shanghai: string) => remindsOf(at(shanghai), policy);

describe('D2.5 when a cadre is told that something waits', () => {
  it('in the morning of Shanghai', () => {
    for (const time of ['00:30', '07:59', '12:00', '23:59']) expect(on(`2026-11-26T${time}`)).toBeNull();
    for (const time of ['08:00', '11:59']) expect(on(`2026-11-26T${time}`)).toMatchObject({ day: '2026-11-26' });
  });

  it('of a dispute on every day, of quiet youths on Mondays', () => {
    expect(on('2026-11-24T09:00')).toEqual({
      day: '2026-11-24',
      quietBefore: null,
      quarter: null,
      week: false,
      days: false,
    });
    expect(on('2026-11-23T09:00')).toMatchObject({ quietBefore: '2026-10-24' });
    for (const day of [22, 24, 25, 26, 27, 28]) expect(on(`2026-11-${day}T09:00`)?.quietBefore).toBeNull();
  });

  it('D2.3 of the missing activity on the Mondays of a quarter’s last weeks', () => {
    expect(on('2026-11-23T09:00')?.quarter).toBeNull();
    for (const day of ['2026-11-30', '2026-12-07', '2026-12-28'])
      expect(on(`${day}T09:00`)?.quarter).toBe('2026-10-01');
    expect(on('2026-12-31T09:00')?.quarter).toBeNull();
    expect(on('2027-01-04T09:00')).toMatchObject({ quietBefore: '2026-12-05', quarter: null });
  });

  it('D4.2 of days that wait on Mondays, D4.3 of the week on its Thursday, when the home says it', () => {
    const told = [23, 24, 25, 26, 27, 28, 29].map((day) => on(`2026-11-${day}T09:00`));
    expect(told.map((one) => one?.days)).toEqual([true, false, false, false, false, false, false]);
    expect(told.map((one) => one?.week)).toEqual([false, false, false, true, false, false, false]);
  });

  it('a day of the job begins in the morning, so that it is not done before', () => {
    const { periodOf } = reminders(testSettings());
    expect(periodOf(at('2026-11-26T07:59'))).toBe('2026-11-25');
    expect(periodOf(at('2026-11-26T08:00'))).toBe('2026-11-26');
    expect(periodOf(at('2026-11-27T07:59'))).toBe('2026-11-26');
  });
});
