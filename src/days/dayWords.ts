import { policy } from '../../config/policy';
import type { OwnCheckIn } from '../../types/grassrootsDay';
import type { CheckInReason, CheckInState } from '../../types/words';
import { ago, dayWithWeekday } from '@/lib/day';
import type { IconName } from '@/ui/icons';

export { siteKindWords } from '@/lib/siteWords';

/** D4.2 Whether a day counts. */
export const stateMarks: Record<CheckInState, { word: string; look: string; icon: IconName }> = {
  confirmed: { word: '算一天', look: 'good', icon: 'check' },
  unconfirmed: { word: '待确认', look: 'wait', icon: 'clock' },
  refused: { word: '没有算', look: 'bad', icon: 'close' },
};

const waitsWords: Record<CheckInReason, string> = {
  late: '现场码已经换过，这一天先记为待确认。',
  standing: '贴着的码证明不了是今天，这一天先记为待确认。',
  noCode: '没有扫码，这一天先记为待确认。',
  ownSite: '你是这里的联系人，自己的码证明不了自己。',
};

/** D8.2 Why a day waits, and whose word it takes. */
export const whyItWaits = (because: CheckInReason, siteName: string): string =>
  because === 'ownSite'
    ? `${waitsWords.ownSite}你单位的管理员点一下，这一天就算数。`
    : `${waitsWords[because]}${siteName}的联系人或你单位的管理员看过之后就算数。`;

/** D10.2 Which day it will be of while it waits on the phone: a live code says so itself, anything else when it arrives. */
export const reckoningWords = (live: boolean): string =>
  live
    ? `哪一天以现场码自己的时间为准。${policy.codes.acceptMinutes} 分钟内送到马上算数，${policy.grassrootsDay.recordHours} 小时内送到记为待确认。`
    : '哪一天以送到的时间为准，记为待确认。';

/** `今天`, `昨天`, `11月24日 周二`. */
export const whichDay = (day: string, today: string): string => {
  const words = ago(day, today);
  return words === '今天' || words === '昨天' ? words : dayWithWeekday(day);
};

/** What a day's check-in rests on. */
export const proofWords = ({ because, answeredBy, state }: OwnCheckIn): string => {
  if (answeredBy && state !== 'unconfirmed') return answeredBy === 'contact' ? '现场联系人' : '单位管理员';
  if (because === null) return '现场动态码';
  return because === 'late' || because === 'ownSite' ? '现场动态码，待确认' : '等人确认';
};
