import { firstOfMonthAfter } from '../../cloudfunctions/api/kernel/calendar';
import type { Factory, MadeYouth } from '../../tests/factory';
import type { Field } from '../../types/words';
import { CAST, openidOf, type CastKey } from './cast';
import { SCHOOLS_OF_MINORS, UNITS } from './units';

export type AgeGroup = 'minor' | 'counted' | 'overAge';

export interface DemoYouth extends MadeYouth {
  ageGroup: AgeGroup;
  registeredAt: Date;
}

const HOUR_MS = 3_600_000;
const LONGEST_REGISTERED_DAYS = 200;

/** How many months ago the birthdays of the cast were: their ages stay the same for the better part of a year. */
const MONTHS_SINCE_BIRTHDAY = 2;

/**
 * How many of each. The ages leave room: a counted youth was of age at the earliest registration (D9.3), and nobody
 * comes of age or turns 36 within a year, so the demo's figures stay what they were.
 */
const CROWD: { field: Field; ageGroup: AgeGroup; youths: number; from: number; to: number }[] = [
  { field: 'enterprise', ageGroup: 'counted', youths: 140, from: 19, to: 34 },
  { field: 'rural', ageGroup: 'counted', youths: 58, from: 20, to: 34 },
  { field: 'government', ageGroup: 'counted', youths: 72, from: 22, to: 34 },
  { field: 'school', ageGroup: 'counted', youths: 130, from: 19, to: 24 },
  { field: 'community', ageGroup: 'counted', youths: 84, from: 19, to: 34 },
  { field: 'socialOrg', ageGroup: 'counted', youths: 46, from: 19, to: 34 },
  { field: 'newMedia', ageGroup: 'counted', youths: 29, from: 19, to: 34 },
  { field: 'school', ageGroup: 'minor', youths: 24, from: 15, to: 16 },
  { field: 'enterprise', ageGroup: 'overAge', youths: 7, from: 36, to: 38 },
  { field: 'community', ageGroup: 'overAge', youths: 5, from: 36, to: 38 },
];

const YOUTHS_OF_CAST = {
  'cen-leyi': { field: 'newMedia', ageGroup: 'counted', age: 23, unit: '岭南短视频工作室' },
  'lin-xiaotong': { field: 'enterprise', ageGroup: 'counted', age: 24, unit: '新合精工 装配二线' },
  'zheng-kexin': { field: 'government', ageGroup: 'counted', age: 30, unit: '行政服务中心' },
  'kuang-guodong': { field: 'community', ageGroup: 'overAge', age: 36, unit: '培德里社区' },
  'li-siying': { field: 'school', ageGroup: 'minor', age: 15, unit: '佛山理工学校 数控二班' },
} as const satisfies Partial<Record<CastKey, { field: Field; ageGroup: AgeGroup; age: number; unit: string }>>;

type YouthOfCast = keyof typeof YOUTHS_OF_CAST;

export interface Youths {
  cast: Record<YouthOfCast, DemoYouth>;
  crowd: DemoYouth[];
}

export function makeYouths(factory: Factory, now: Date): Youths {
  const { random, today } = factory;

  /** C8 The month of birth of somebody whose birthday was some months ago. */
  const bornFor = (age: number, monthsAgo: number): string => firstOfMonthAfter(today, -(12 * age + 1 + monthsAgo));

  const pastMoment = (): Date =>
    random.date.between({
      from: new Date(now.getTime() - LONGEST_REGISTERED_DAYS * 24 * HOUR_MS),
      to: new Date(now.getTime() - 2 * HOUR_MS),
    });

  const ofCast = (key: YouthOfCast): DemoYouth => {
    const { age, ageGroup, ...wish } = YOUTHS_OF_CAST[key];
    const registeredAt = pastMoment();
    const person = factory.aPerson(CAST[key], openidOf(key), registeredAt);
    const youth = factory.aYouth({ ...wish, person, birthMonth: bornFor(age, MONTHS_SINCE_BIRTHDAY), registeredAt });
    return { ...youth, ageGroup, registeredAt };
  };

  const ofCrowd = ({ field, ageGroup, from, to }: (typeof CROWD)[number]): DemoYouth => {
    const registeredAt = pastMoment();
    const birthMonth = bornFor(random.number.int({ min: from, max: to }), random.number.int({ min: 0, max: 11 }));
    const unit = random.helpers.arrayElement(ageGroup === 'minor' ? SCHOOLS_OF_MINORS : UNITS[field]);
    return { ...factory.aYouth({ field, birthMonth, unit, registeredAt }), ageGroup, registeredAt };
  };

  return {
    cast: {
      'cen-leyi': ofCast('cen-leyi'),
      'lin-xiaotong': ofCast('lin-xiaotong'),
      'zheng-kexin': ofCast('zheng-kexin'),
      'kuang-guodong': ofCast('kuang-guodong'),
      'li-siying': ofCast('li-siying'),
    },
    crowd: CROWD.flatMap((some) => Array.from({ length: some.youths }, () => ofCrowd(some))),
  };
}
