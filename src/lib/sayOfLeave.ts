import { wholeDay } from './day';
import type { Say } from './say';

type OfLeave = Pick<
  Say,
  'LEAVE_NOT_FOUND' | 'LEAVE_OVERLAPS' | 'LEAVE_OVER' | 'LEAVE_ANSWERED' | 'LEAVE_OWN' | 'CALENDAR_UNREADABLE'
>;

/** What is said about leave and the calendar. */
export const sayOfLeave: OfLeave = {
  LEAVE_NOT_FOUND: () => ({
    title: '没有找到这次请假',
    why: '它可能已经取消，也可能不归你看。',
    now: '回到上一页，看看现在的名单。',
  }),
  LEAVE_OVERLAPS: ({ from, until }) => ({
    title: '这几天已经请过假',
    why: `从${wholeDay(from)}到${wholeDay(until)}的那一次和它重叠。`,
    now: '换几天，或者先取消那一次。',
  }),
  LEAVE_OVER: () => ({
    title: '这次请假已经结束',
    why: '被退回或取消的，不能再取消。',
    now: '需要的话，重新请一次。',
  }),
  LEAVE_ANSWERED: () => ({
    title: '已经有人答复过了',
    why: '一次请假答复一次。',
    now: '回到名单，看看其余的。',
  }),
  LEAVE_OWN: () => ({
    title: '这是你自己的请假',
    why: '自己的请假由别人来答复。',
    now: '请另一位管理员或上级来看。',
  }),
  CALENDAR_UNREADABLE: ({ line }) => ({
    title: '通知里有一句没读懂',
    why: `读不懂的是“${line}”这一句。`,
    now: '对照原文改一下，再读一次。',
  }),
};
