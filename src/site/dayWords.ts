import type { Outputs } from '../../types/contract';
import type { CheckInReason } from '../../types/words';

export type WaitingDay = Outputs['grassrootsDay']['waitingDays']['items'][number];

/** D4.2 Why no code confirmed a day. */
const becauseWords: Record<CheckInReason, string> = {
  late: '扫得晚了',
  standing: '扫的是印着的码',
  noCode: '没有扫码',
  ownSite: '自己是那里的联系人',
};

/** D8.2 Whether it is the contact's to say; one's own visit to one's own site is somebody else's. */
export const waitsForContact = ({ state, because }: WaitingDay): boolean =>
  state === 'unconfirmed' && because !== 'ownSite';

/** `120 米`, `1.2 公里`. */
export const distanceInWords = (metres: number): string =>
  metres < 1000 ? `${metres} 米` : `${Math.round(metres / 100) / 10} 公里`;

/** D4.2, D8.2 What there is to go by: why it waits, how far away the phone was, that the cadre asks. */
export const evidenceInWords = ({
  because,
  distanceMetres,
  askedAt,
}: Pick<WaitingDay, 'because' | 'distanceMetres' | 'askedAt'>): string =>
  [
    because && becauseWords[because],
    distanceMetres === null ? null : `离地点 ${distanceInWords(distanceMetres)}`,
    askedAt && '请你看一看',
  ]
    .filter(Boolean)
    .join('，');

/** What became of several that were answered at once; some may have been answered before. */
export const answeredInWords = ({ answered, answeredBefore }: Outputs['grassrootsDay']['answerDays']): string => {
  if (answeredBefore === 0) return `已答复 ${answered} 天`;
  return answered === 0 ? '别人先答复了' : `已答复 ${answered} 天，${answeredBefore} 天别人先答复了`;
};
