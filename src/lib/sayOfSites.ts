import { wholeDay } from './day';
import type { Say } from './say';

type OfSites = Pick<
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
>;

/** What is said about sites and check-ins. */
export const sayOfSites: OfSites = {
  SITE_NOT_FOUND: () => ({ title: '没有找到这个点', why: '它可能不归你管。', now: '回到列表再选。' }),
  SITE_NAME_TAKEN: () => ({ title: '这个名字有了', why: '同一个组织里不能重名。', now: '换一个名字。' }),
  SITE_CLOSED: ({ from }) => ({
    title: '这个点已经停用',
    why: `从${wholeDay(from)}起不再在这里到场。`,
    now: '换一个点。',
  }),
  CHECK_IN_TOO_LATE: ({ hours }) => ({
    title: '来不及了',
    why: `现场码超过 ${hours} 小时就不能再记。`,
    now: '请管理员确认那一天。',
  }),
  CHECK_IN_OWN_SITE: () => ({ title: '这是你自己的点', why: '自己不能给自己作证。', now: '换一个点。' }),
  CHECK_IN_NOT_FOUND: () => ({ title: '没有找到这一次', why: '它可能已经撤销。', now: '回到列表看看。' }),
  CHECK_IN_OVER: ({ day }) => ({ title: '这一天过去了', why: `它是${wholeDay(day)}的。`, now: '不用再做什么。' }),
  CHECK_IN_ANSWERED: () => ({ title: '已经答复了', why: '有人先看过这一天。', now: '看看结果就好。' }),
  CHECK_IN_OWN: () => ({ title: '自己的由别人确认', why: '这样谁都有另一个人看过。', now: '请另一位来确认。' }),
  ASKED_TODAY: () => ({ title: '今天请过了', why: '一天请一次就够。', now: '明天可以再请。' }),
  LOCATION_NOT_ALLOWED: () => ({ title: '没有同意用位置', why: '位置只在你同意之后才看。', now: '不用位置也可以。' }),
};
