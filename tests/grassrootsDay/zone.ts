import { daysAfter } from '../../cloudfunctions/api/kernel/calendar';
import { mondayOf, mondaysOf, quarterOfWeek, weekYearOf } from '../../cloudfunctions/api/grassrootsDay/rules/week';
import { readNotice } from '../../cloudfunctions/api/grassrootsDay/rules/notice';
import { judged } from './facts';
import { NOTICE_2027 } from './notices';

/** Everything that could depend on the zone of a machine, for the same facts. */
export const allOfIt = (): string => {
  const days = Array.from({ length: 800 }, (_, place) => daysAfter('2025-11-26', place));
  return JSON.stringify([
    process.env.TZ ? new Date(0).getTimezoneOffset() : 0,
    days.map((day) => [day, mondayOf(day), quarterOfWeek(mondayOf(day)), weekYearOf(day)]),
    mondaysOf(2026).map((monday) =>
      judged(
        monday,
        { confirmed: days.filter((_, place) => place % 9 === 0), leave: [{ from: '2026-03-02', until: '2026-03-07' }] },
        { today: '2026-11-26' },
      ),
    ),
    readNotice(NOTICE_2027, 2027),
  ]);
};

if (process.argv.includes('print')) process.stdout.write(allOfIt());
