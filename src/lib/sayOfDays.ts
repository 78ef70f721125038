import { wholeDay } from './day';
import type { Say } from './say';

type OfDays = Pick<
  Say,
  | 'SITE_NOT_FOUND'
  | 'SITE_NAME_TAKEN'
  | 'SITE_CLOSED'
  | 'ROWS_WRONG'
  | 'CODE_OF_SITE'
  | 'CODE_OF_PERSON'
  | 'CHECK_IN_TOO_LATE'
  | 'CHECK_IN_NOT_FOUND'
  | 'CHECK_IN_OVER'
  | 'CHECK_IN_ANSWERED'
  | 'CHECK_IN_OWN'
  | 'ASKED_TODAY'
  | 'LOCATION_NOT_ALLOWED'
>;

/** What is said about sites and days at the grass roots. */
export const sayOfDays: OfDays = {
  SITE_NOT_FOUND: () => ({
    title: '没有找到这个地点',
    why: '它可能不归你联系，也可能已经换了人。',
    now: '回到上一页，看看现在的名单。',
  }),
  SITE_NAME_TAKEN: () => ({
    title: '这个名字已经有了',
    why: '同一个组织里，两个地点不能同名。',
    now: '换一个名字，比如加上街道或楼名。',
  }),
  SITE_CLOSED: ({ from }) => ({
    title: '这个地点不再接待了',
    why: `从${wholeDay(from)}起停用，之前的日子都还算数。`,
    now: '换一个地点，或者请管理员重新启用。',
  }),
  ROWS_WRONG: ({ rows }) => ({
    title: '一行都没有登记',
    why: `这份表里有 ${rows} 行登记不了，要么全部登记，要么都不登记。`,
    now: '看看是哪几行，在表格里改好，再选一次。',
  }),
  CODE_OF_SITE: () => ({
    title: '这是一个地点的码',
    why: '它用来到基层报到，不是哪一位的码。',
    now: '在首页扫它，就能报到。',
  }),
  CODE_OF_PERSON: () => ({
    title: '这是一个人的码',
    why: '到基层报到扫的是地点的现场码。',
    now: '请地点联系人打开现场码，或者从名单里选地点。',
  }),
  CHECK_IN_TOO_LATE: ({ hours }) => ({
    title: '这个码太久了',
    why: `现场码超过 ${hours} 小时，就证明不了是哪一天。`,
    now: '请地点联系人打开新的现场码，再扫一次。',
  }),
  CHECK_IN_NOT_FOUND: () => ({
    title: '没有找到这次报到',
    why: '它可能已经撤销了，也可能不归你看。',
    now: '回到上一页，看看现在的记录。',
  }),
  CHECK_IN_OVER: ({ day }) => ({
    title: '这一天已经过去了',
    why: `离开只能在当天记，这次是${wholeDay(day)}的。`,
    now: '不记离开也照样算一天。',
  }),
  CHECK_IN_ANSWERED: () => ({
    title: '这一天已经有结果了',
    why: '确认过或退回过的，不用再请人看。',
    now: '有疑问的话，直接问地点联系人或管理员。',
  }),
  CHECK_IN_OWN: () => ({
    title: '里面有你自己的一天',
    why: '自己的日子由别人来确认。',
    now: '去掉自己的那一天，再确认其余的。',
  }),
  ASKED_TODAY: () => ({
    title: '今天已经请过了',
    why: '同一天请一次就够，对方的待办里有。',
    now: '明天还没有结果，再请一次。',
  }),
  LOCATION_NOT_ALLOWED: () => ({
    title: '没有用你的位置',
    why: '你没有同意用位置，或者已经收回。',
    now: '不带位置报到，一样算数。',
  }),
};
