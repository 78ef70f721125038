import type { Service } from '../../types/words';

export interface DemoPost {
  /** The short name of the organisation. */
  org: string;
  title: string;
  service: Service;
  leadership?: boolean;
  administers?: boolean;
  approvedForMinors?: boolean;
  /** How many youths, those over 35 included. */
  holds: number;
}

/** D1.1, D1.4 Posts of every class, besides the cast's and those of the cities. */
export const POSTS: DemoPost[] = [
  { org: '团省委', title: '书记', service: 'fullTime', leadership: true, holds: 47 },
  { org: '团省委', title: '办公室主任', service: 'fullTime', administers: true, holds: 38 },
  { org: '团省委', title: '学校部', service: 'seconded', approvedForMinors: true, holds: 43 },
  { org: '佛山市委', title: '书记', service: 'fullTime', leadership: true, holds: 104 },
  { org: '佛山市委', title: '副书记', service: 'partTime', leadership: true, holds: 41 },
  { org: '佛山市委', title: '学校部', service: 'fullTime', approvedForMinors: true, holds: 57 },
  { org: '佛山市委', title: '权益部', service: 'seconded', holds: 9 },
  { org: '省直机关团工委', title: '副书记', service: 'fullTime', leadership: true, holds: 34 },
  { org: '中山大学团委', title: '书记', service: 'fullTime', leadership: true, holds: 33 },
  { org: '南方航空团委', title: '副书记', service: 'partTime', leadership: true, holds: 8 },
  { org: '广铁集团团委', title: '委员', service: 'partTime', holds: 10 },
  { org: '南海区团委', title: '书记', service: 'fullTime', leadership: true, holds: 61 },
  { org: '南海区团委', title: '办公室主任', service: 'fullTime', administers: true, holds: 27 },
  { org: '禅城区团委', title: '副书记', service: 'fullTime', leadership: true, holds: 36 },
  { org: '禅城区团委', title: '志愿者部', service: 'seconded', holds: 12 },
  { org: '三水区团委', title: '书记', service: 'fullTime', leadership: true, holds: 21 },
  { org: '高明区团委', title: '副书记', service: 'partTime', leadership: true, holds: 15 },
  { org: '天河区团委', title: '书记', service: 'fullTime', leadership: true, holds: 44 },
  { org: '越秀区团委', title: '宣传部', service: 'seconded', holds: 18 },
  { org: '番禺区团委', title: '副书记', service: 'partTime', leadership: true, holds: 25 },
  { org: '狮山镇团委', title: '书记', service: 'partTime', leadership: true, holds: 12 },
  { org: '桂城街道团工委', title: '书记', service: 'partTime', leadership: true, holds: 10 },
  { org: '桂城街道团工委', title: '委员', service: 'seconded', holds: 16 },
  { org: '里水镇团委', title: '书记', service: 'partTime', leadership: true, holds: 7 },
  { org: '大沥镇团委', title: '委员', service: 'partTime', holds: 4 },
  { org: '西樵镇团委', title: '书记', service: 'partTime', leadership: true, holds: 11 },
  { org: '祖庙街道团工委', title: '委员', service: 'partTime', holds: 9 },
  { org: '大良街道团工委', title: '委员', service: 'partTime', holds: 5 },
  { org: '石牌街道团工委', title: '委员', service: 'partTime', holds: 3 },
  { org: '新合精工团支部', title: '书记', service: 'partTime', leadership: true, holds: 10 },
  { org: '佛山理工学校团委', title: '书记', service: 'partTime', leadership: true, approvedForMinors: true, holds: 14 },
  { org: '岭海纺织团支部', title: '书记', service: 'partTime', leadership: true, holds: 6 },
  { org: '培德里社区团支部', title: '书记', service: 'partTime', leadership: true, holds: 10 },
  { org: '顺联家电团支部', title: '委员', service: 'partTime', holds: 2 },
  { org: '丹青职业学校团委', title: '委员', service: 'partTime', approvedForMinors: true, holds: 8 },
];

/** A city has one cadre at least, in one of these posts. */
export const POSTS_OF_CITIES: Omit<DemoPost, 'org' | 'holds'>[] = [
  { title: '书记', service: 'fullTime', leadership: true },
  { title: '副书记', service: 'seconded', leadership: true },
  { title: '学校部', service: 'partTime' },
];
