import { calendar, loadCalendar } from './calendar';
import { grid } from './grid';
import { answerLeave, askedLeaves, askLeave, cancelLeave, leaves } from './leave';
import { weeksOf, year } from './weeks';

/** D4.3 The week, leave and the calendar behind it. */
export const weeks = {
  year,
  askLeave,
  cancelLeave,
  leaves,
  askedLeaves,
  answerLeave,
  grid,
  weeksOf,
  calendar,
  loadCalendar,
};
