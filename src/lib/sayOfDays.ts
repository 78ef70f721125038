import { monthAndDay, wholeDay } from './day';
import type { Say } from './say';

type OfDays = Pick<
  Say,
  | 'SITE_NOT_FOUND'
  | 'SITE_NAME_TAKEN'
  | 'SITE_CLOSED'
  | 'CHECK_IN_TOO_LATE'
  | 'CHECK_IN_OWN_SITE'
  | 'CHECK_IN_NOT_FOUND'
  | 'CHECK_IN_OVER'
  | 'CHECK_IN_ANSWERED'
  | 'CHECK_IN_OWN'
  | 'ASKED_TODAY'
  | 'LOCATION_NOT_ALLOWED'
  | 'LEAVE_NOT_FOUND'
  | 'LEAVE_OVERLAPS'
  | 'LEAVE_OVER'
  | 'LEAVE_ANSWERED'
  | 'LEAVE_OWN'
  | 'CALENDAR_UNREADABLE'
>;

/** What is said about sites, days at the grass roots, leave and the calendar. */
export const sayOfDays: OfDays = {
  SITE_NOT_FOUND: () => ({
    title: '没有找到这个站点',
    why: '它可能换了所属的团组织，或者不再由你来管。',
    now: '回到列表，从现在有的里面选。',
  }),
  SITE_NAME_TAKEN: () => ({
    title: '这个名字有了',
    why: '同一个团组织的站点，名字不能相同。',
    now: '看看是不是登记过了，或者换个名字。',
  }),
  SITE_CLOSED: ({ from }) => ({
    title: '这个站点停用了',
    why: `${wholeDay(from)}起不再接待，之前的日子照样算数。`,
    now: '换一个站点，或者请管理员重新启用。',
  }),
  CHECK_IN_TOO_LATE: ({ hours }) => ({
    title: '这个现场码太久了',
    why: `它显示出来已经超过 ${hours} 小时，说明不了是哪一天。`,
    now: '到了现场，扫正在显示的那个；没有码的话，从站点列表里记下今天。',
  }),
  CHECK_IN_OWN_SITE: () => ({
    title: '这是你自己看的站点',
    why: '你是这里的现场联系人，自己到自己这里不能作证。',
    now: '去别的站点，那里的码照样能扫。',
  }),
  CHECK_IN_NOT_FOUND: () => ({
    title: '这一天不在了',
    why: '它可能刚刚撤销，也可能不由你来确认。',
    now: '列表里是现在有的。',
  }),
  CHECK_IN_OVER: ({ day }) => ({
    title: '那一天已经过了',
    why: `${monthAndDay(day)}的离开时间，当天才能记。`,
    now: '不用补，离开时间可有可无，这一天照样算。',
  }),
  CHECK_IN_ANSWERED: () => ({
    title: '这一天有答复了',
    why: '现场联系人或管理员刚刚看过。',
    now: '结果就写在这一天里。',
  }),
  CHECK_IN_OWN: () => ({
    title: '里面有你自己的一天',
    why: '自己的日子要由别人来确认。',
    now: '去掉自己的，再点一次；自己的请现场联系人或别的管理员看。',
  }),
  ASKED_TODAY: () => ({
    title: '今天请过了',
    why: '同一天的事，一天请对方看一次就够。',
    now: '等一等；明天还没有答复，可以再请。',
  }),
  LOCATION_NOT_ALLOWED: () => ({
    title: '位置没有用上',
    why: '你还没有同意用位置，这里就不看。',
    now: '不带位置也能记下这一天；想带上的话，先同意，再试一次。',
  }),
  LEAVE_NOT_FOUND: () => ({
    title: '没有找到这次请假',
    why: '它可能已经撤回，也可能不由你来答复。',
    now: '列表里是现在有的。',
  }),
  LEAVE_OVERLAPS: ({ from, until }) => ({
    title: '日子重了',
    why: `${wholeDay(from)}到${wholeDay(until)}已经请过假。`,
    now: '换一段日子，或者先撤回那一次。',
  }),
  LEAVE_OVER: () => ({
    title: '这次请假撤不了了',
    why: '它已经结束，或者没有通过。',
    now: '不用再做什么。记错了的话，跟管理员说一声。',
  }),
  LEAVE_ANSWERED: () => ({
    title: '已经有人答复了',
    why: '另一位管理员先答复，或者对方撤回了。',
    now: '不用再做什么，办下一件就好。',
  }),
  LEAVE_OWN: () => ({
    title: '这是你自己的请假',
    why: '自己请的假要由别人来答复。',
    now: '请同级或上级的管理员来办。',
  }),
  CALENDAR_UNREADABLE: ({ line }) => ({
    title: '这份通知没有读懂',
    why: line ? `卡在这一句：“${line}”` : '里面没有找到放假的日子。',
    now: '把国务院办公厅通知的正文整段贴进来，再试一次。',
  }),
};
