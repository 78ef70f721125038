import { wholeDay } from './day';
import type { Say } from './say';

type OfWeeks = Pick<
  Say,
  'LEAVE_NOT_FOUND' | 'LEAVE_OVERLAPS' | 'LEAVE_OVER' | 'LEAVE_ANSWERED' | 'LEAVE_OWN' | 'CALENDAR_UNREADABLE'
>;

/** What is said about leave and the calendar. */
export const sayOfWeeks: OfWeeks = {
  LEAVE_NOT_FOUND: () => ({
    title: '没有找到这次请假',
    why: '它可能不归你管。',
    now: '回到列表，看看现在有的。',
  }),
  LEAVE_OVERLAPS: ({ from, until }) => ({
    title: '这几天请过假了',
    why: `${from === until ? wholeDay(from) : `${wholeDay(from)}到${wholeDay(until)}`}已经有一次请假。`,
    now: '换几天，或者先取消那一次。',
  }),
  LEAVE_OVER: () => ({
    title: '这次请假已经不算数',
    why: '它没有通过，或者已经取消。',
    now: '还要请假的话，再请一次。',
  }),
  LEAVE_ANSWERED: () => ({
    title: '已经不用答复了',
    why: '别的管理员先答复了，或者对方自己取消了。',
    now: '看看还有没有别的在等。',
  }),
  LEAVE_OWN: () => ({
    title: '自己的请假由别人答复',
    why: '自己的由别人来看。',
    now: '请另一位管理员来答复。',
  }),
  CALENDAR_UNREADABLE: ({ line }) => ({
    title: '通知里有一处读不懂',
    why: `“${line}”缺了，或者日期、星期、天数对不上。`,
    now: '对照原文改好，或者看看年份，再读一次。',
  }),
};
