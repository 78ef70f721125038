import { list, offer, one } from './lists';
import { meet } from './met';
import { quarter, selfCheck, todos, year } from './quarter';
import { aboutMe, confirm, dispute, disputes, hideText, settle } from './told';
import { answer, edit, remove, repeat, write } from './written';

export const contactLog = {
  offer,
  write,
  repeat,
  edit,
  remove,
  list,
  one,
  answer,
  aboutMe,
  confirm,
  dispute,
  settle,
  hideText,
  disputes,
  meet,
  quarter,
  year,
  selfCheck,
  todos,
};
