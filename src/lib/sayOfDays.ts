import { monthAndDay, wholeDay } from './day';
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
  | 'PATTERN_NOT_FOUND'
>;

/** What is said about sites and days at the grass roots. */
export const sayOfDays: OfDays = {
  SITE_NOT_FOUND: () => ({
    title: '没有找到这个地点',
    why: '它可能不再由你来管。',
    now: '回到列表，从现在有的里面选。',
  }),
  SITE_NAME_TAKEN: () => ({
    title: '这个名字有了',
    why: '同一个团组织里，地点不能同名。',
    now: '看看是不是登记过了，或者换个名字。',
  }),
  SITE_CLOSED: ({ from }) => ({
    title: '这个地点停用了',
    why: `${wholeDay(from)}起不再接待，之前的日子照样算数。`,
    now: '换一个地点，或者请管理员重新启用。',
  }),
  ROWS_WRONG: ({ rows }) => ({
    title: '一行都没有登记',
    why: `表里有 ${rows} 行登记不了，就一行都不登记。`,
    now: '在表格里改好，再选一次。',
  }),
  CODE_OF_SITE: () => ({
    title: '这是一个地点的码',
    why: '它用来报到，不是哪一位的码。',
    now: '在首页扫它，就能报到。',
  }),
  CODE_OF_PERSON: () => ({
    title: '这是一个人的码',
    why: '到基层报到，扫的是地点的现场码。',
    now: '请现场联系人打开现场码。',
  }),
  CHECK_IN_TOO_LATE: ({ hours }) => ({
    title: '这个现场码太久了',
    why: `它显示出来已经超过 ${hours} 小时，说明不了是哪一天。`,
    now: '扫现场正在显示的那个，或者从名单里选地点。',
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
    why: '自己的日子由别人来确认。',
    now: '去掉自己的，再点一次；自己的请现场联系人或别的管理员看。',
  }),
  ASKED_TODAY: () => ({
    title: '今天请过了',
    why: '同一天的事，一天请对方看一次就够。',
    now: '明天还没有答复，可以再请。',
  }),
  LOCATION_NOT_ALLOWED: () => ({
    title: '位置没有用上',
    why: '你还没有同意用位置，这里就不看。',
    now: '不带位置也能记下这一天；想带上，先同意再试。',
  }),
  PATTERN_NOT_FOUND: () => ({
    title: '没有找到要说明的这一处',
    why: '它不是你的，或者已经清掉。',
    now: '回到首页，看看现在有什么。',
  }),
};
