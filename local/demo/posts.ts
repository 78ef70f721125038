import type { Service } from '../../types/words';
import type { DemoOrg } from './tree';

export interface DemoPost {
  title: string;
  service: Service;
  leadership?: boolean;
  administers?: boolean;
  approvedForMinors?: boolean;
  /** How many youths, those over 35 included. */
  holds: number;
}

/** A post that an organisation has for certain, or else in so many cases of a hundred. */
export type Seat = Omit<DemoPost, 'holds'> & { inHundred?: number };

const secretary: Seat = { title: '书记', service: 'fullTime', leadership: true };
const deputy: Seat = { title: '副书记', service: 'fullTime', leadership: true };

/** D1.4, D1.5 Leading organs have a secretary and deputies, an administrator and a deputy of the administrator. */
const PROVINCE: Seat[] = [
  secretary,
  deputy,
  { ...deputy, service: 'seconded' },
  { ...deputy, service: 'partTime' },
  { title: '办公室主任', service: 'fullTime', administers: true },
  { title: '组织部部长', service: 'fullTime', administers: true },
  { title: '宣传部部长', service: 'fullTime' },
  { title: '学校部部长', service: 'fullTime', approvedForMinors: true },
  { title: '学校部干事', service: 'seconded', approvedForMinors: true },
  { title: '权益部部长', service: 'fullTime', approvedForMinors: true },
  { title: '社会联络部部长', service: 'fullTime' },
  { title: '青年发展部副部长', service: 'seconded' },
  { title: '基层工作部干事', service: 'partTime' },
];

const CITY: Seat[] = [
  { ...secretary, administers: true },
  { ...deputy, service: 'seconded' },
  { ...deputy, service: 'partTime', inHundred: 60 },
  { title: '办公室主任', service: 'fullTime', administers: true },
  { title: '学校部部长', service: 'fullTime', approvedForMinors: true },
  { title: '权益部干事', service: 'seconded', inHundred: 60 },
];

const COUNTY: Seat[] = [
  { ...secretary, administers: true },
  { ...deputy, inHundred: 12 },
  { ...deputy, service: 'seconded', inHundred: 20 },
  { ...deputy, service: 'partTime', administers: true },
  { title: '学少部部长', service: 'partTime', approvedForMinors: true, inHundred: 12 },
  { title: '志愿者工作部干事', service: 'seconded', inHundred: 8 },
];

const WORK_COMMITTEE: Seat[] = [
  { ...secretary, administers: true },
  { ...deputy, service: 'seconded', administers: true },
  { title: '委员', service: 'partTime' },
];

const UNIT: Seat[] = [secretary, { ...deputy, service: 'partTime' }];

const TOWNSHIP: Seat[] = [
  { ...secretary, service: 'partTime' },
  { ...deputy, service: 'seconded', inHundred: 15 },
  { title: '委员', service: 'partTime', inHundred: 40 },
];

const BRANCH: Seat[] = [
  { ...secretary, service: 'partTime' },
  { title: '委员', service: 'partTime', inHundred: 40 },
];

const SCHOOL: Seat[] = BRANCH.map((seat) => ({ ...seat, approvedForMinors: true }));

/** Nobody has been appointed there yet. */
const WITHOUT_CADRES = ['九江镇团委', '均安镇团委', '明城镇团委', '望牛墩镇团委', '衣锦服饰团支部'];

/** D1.1 The posts of an organisation, by what it is. */
export function seatsOf({ shortName, level, leadingOrgan, own }: DemoOrg): Seat[] {
  if (WITHOUT_CADRES.includes(shortName)) return [];
  switch (level) {
    case 'province':
      return PROVINCE;
    case 'city':
      return CITY;
    case 'unit':
      return leadingOrgan ? WORK_COMMITTEE : UNIT;
    case 'county':
      return COUNTY;
    case 'township':
      return TOWNSHIP;
    case 'branch':
      return own?.field === 'school' ? SCHOOL : BRANCH;
  }
}
