import { firstOfMonthAfter } from '../../cloudfunctions/api/kernel/calendar';
import type { Factory, MadePerson, MadeYouth } from '../../tests/factory';
import type { Field } from '../../types/words';
import type { Cadres, DemoCadre } from './cadres';
import { CAST, openidOf, type CastKey } from './cast';
import { aName } from './names';
import type { Tree } from './tree';
import { aUnit } from './units';

/** `minor` is or was one while contacts began (D9.3); `counted` counts for a year to come; `soonOverAge` for less. */
type AgeGroup = 'minor' | 'counted' | 'soonOverAge' | 'overAge';

export interface DemoYouth extends MadeYouth {
  ageGroup: AgeGroup;
  registeredAt: Date;
  /** The short name of the committee of the city where the youth is. */
  city: string;
  unit: string | null;
}

const YOUTHS = 6_000;
/** So many in every city, however few its cadres: the most zealous of them finds enough. */
const LEAST_IN_A_CITY = 60;
const MET_FROM_ANYWHERE = 1_000;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
export const LONGEST_REGISTERED_DAYS = 300;

/** How many months ago the birthdays of the cast were: their ages stay the same for the better part of a year. */
const MONTHS_SINCE_BIRTHDAY = 2;

interface Cohort {
  field: Field;
  ageGroup: AgeGroup;
  inThousand: number;
  /** Completed years. */
  ages: [from: number, to: number];
  /** C8 How many months ago the last birthday was: 0 is this month, 11 makes the next one come with the next month. */
  monthsAgo?: [from: number, to: number];
}

const COHORTS: Cohort[] = [
  { field: 'enterprise', ageGroup: 'counted', inThousand: 225, ages: [19, 34] },
  { field: 'rural', ageGroup: 'counted', inThousand: 95, ages: [20, 34] },
  { field: 'government', ageGroup: 'counted', inThousand: 118, ages: [22, 34] },
  { field: 'school', ageGroup: 'counted', inThousand: 205, ages: [19, 24] },
  { field: 'community', ageGroup: 'counted', inThousand: 135, ages: [19, 34] },
  { field: 'socialOrg', ageGroup: 'counted', inThousand: 75, ages: [19, 34] },
  { field: 'newMedia', ageGroup: 'counted', inThousand: 47, ages: [19, 34] },
  { field: 'school', ageGroup: 'minor', inThousand: 50, ages: [15, 17] },
  { field: 'school', ageGroup: 'minor', inThousand: 5, ages: [14, 14], monthsAgo: [1, 11] },
  { field: 'school', ageGroup: 'minor', inThousand: 4, ages: [17, 17], monthsAgo: [11, 11] },
  { field: 'school', ageGroup: 'minor', inThousand: 4, ages: [18, 18], monthsAgo: [0, 0] },
  { field: 'enterprise', ageGroup: 'soonOverAge', inThousand: 8, ages: [35, 35] },
  { field: 'government', ageGroup: 'soonOverAge', inThousand: 4, ages: [35, 35] },
  { field: 'community', ageGroup: 'soonOverAge', inThousand: 4, ages: [35, 35], monthsAgo: [11, 11] },
  { field: 'enterprise', ageGroup: 'overAge', inThousand: 11, ages: [36, 38] },
  { field: 'community', ageGroup: 'overAge', inThousand: 6, ages: [36, 38] },
  { field: 'rural', ageGroup: 'overAge', inThousand: 4, ages: [36, 36], monthsAgo: [0, 0] },
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
  /** Those whom a cadre meets: of the cadre's city, or some from anywhere for the province and its units. */
  near: (cadre: DemoCadre) => DemoYouth[];
}

/** D1.3 Youths of every field, in each city as many as its cadres can do with. */
export function makeYouths(factory: Factory, now: Date, { places }: Tree, cadres: Cadres): Youths {
  const { random, today } = factory;
  const longAgo = now.getTime() - LONGEST_REGISTERED_DAYS * DAY_MS;

  /** C8 The month of birth of somebody whose birthday was some months ago. */
  const bornFor = (age: number, monthsAgo: number): string => firstOfMonthAfter(today, -(12 * age + 1 + monthsAgo));

  /** D1.3 Nobody registered before turning 14. */
  const registered = (birthMonth: string): Date =>
    random.date.between({
      from: Math.max(longAgo, Date.parse(firstOfMonthAfter(birthMonth, 14 * 12 + 1))),
      to: now.getTime() - 2 * HOUR_MS,
    });

  function make(wish: Omit<DemoYouth, keyof MadePerson | 'registeredAt'>, name: string, openid?: string): DemoYouth {
    const registeredAt = registered(wish.birthMonth);
    const person = factory.aPerson(name, openid, registeredAt);
    return { ...wish, ...factory.aYouth({ ...wish, person, registeredAt }), registeredAt };
  }

  function ofCast(key: YouthOfCast): DemoYouth {
    const { age, ...wish } = YOUTHS_OF_CAST[key];
    const birthMonth = bornFor(age, MONTHS_SINCE_BIRTHDAY);
    return make({ ...wish, birthMonth, city: '佛山市委' }, CAST[key], openidOf(key));
  }

  function ofCrowd(city: string): DemoYouth {
    const {
      field,
      ageGroup,
      ages,
      monthsAgo = [0, 11],
    } = random.helpers.weightedArrayElement(COHORTS.map((value) => ({ value, weight: value.inThousand })));
    const [age, months] = [ages, monthsAgo].map(([min, max]) => random.number.int({ min, max })) as [number, number];
    const hasUnit = random.datatype.boolean(0.96);
    const unit = hasUnit ? aUnit(factory, field, places.get(city) ?? [], { ofMinors: ageGroup === 'minor' }) : null;
    return make({ field, ageGroup, city, unit, birthMonth: bornFor(age, months) }, aName(factory));
  }

  const cast = {
    'cen-leyi': ofCast('cen-leyi'),
    'lin-xiaotong': ofCast('lin-xiaotong'),
    'zheng-kexin': ofCast('zheng-kexin'),
    'kuang-guodong': ofCast('kuang-guodong'),
    'li-siying': ofCast('li-siying'),
  };
  const inCity = new Map<string, DemoYouth[]>();
  for (const [city, n] of youthsByCity([...places.keys()], [...Object.values(cadres.cast), ...cadres.crowd])) {
    inCity.set(
      city,
      Array.from({ length: n }, () => ofCrowd(city)),
    );
  }
  const anywhere = [...inCity.values()].flat();
  const near: Youths['near'] = ({ org: { city } }) =>
    city ? (inCity.get(city) ?? []) : random.helpers.arrayElements(anywhere, MET_FROM_ANYWHERE);
  return { cast, near };
}

function youthsByCity(cities: string[], cadres: DemoCadre[]): Map<string, number> {
  const holds = (city: string) =>
    cadres.filter(({ org }) => org.city === city).reduce((sum, { post }) => sum + post.holds, 0);
  const all = cities.reduce((sum, city) => sum + holds(city), 0);
  const rest = YOUTHS - cities.length * LEAST_IN_A_CITY;
  return new Map(cities.map((city) => [city, LEAST_IN_A_CITY + Math.round((rest * holds(city)) / all)]));
}
