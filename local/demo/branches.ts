import type { Field } from '../../types/words';

interface Unit {
  name: string;
  shortName: string;
  place?: string;
  leadingOrgan?: boolean;
  own: { field: Field };
}

/** D1.2 Those that act for the province over a sector are leading organs; universities and enterprises are not. */
const overASector = (sector: string, field: Field, short = sector): Unit => ({
  name: `共青团广东省${sector}工作委员会`,
  shortName: `省${short}团工委`,
  place: `广东省${short}`,
  leadingOrgan: true,
  own: { field },
});

const ofAUnit = (unit: string, field: Field, shortName = unit): Unit => ({
  name: `共青团${unit}委员会`,
  shortName: `${shortName}团委`,
  own: { field },
});

export const DIRECTLY_MANAGED_UNITS: Unit[] = [
  overASector('直属机关', 'government', '直机关'),
  overASector('国资系统', 'enterprise'),
  overASector('金融系统', 'enterprise'),
  overASector('民航系统', 'enterprise'),
  overASector('卫生健康系统', 'government'),
  overASector('社会组织', 'socialOrg'),
  ofAUnit('中山大学', 'school'),
  ofAUnit('华南理工大学', 'school'),
  ofAUnit('华南师范大学', 'school'),
  ofAUnit('中国铁路广州局集团', 'enterprise', '广铁集团'),
  ofAUnit('中国南方航空集团', 'enterprise', '南方航空'),
  ofAUnit('中国南方电网公司', 'enterprise', '南方电网'),
];

interface Branch {
  below: string;
  name: string;
  shortName: string;
  own: { field: Field; unit: string };
}

/** A committee where there are many members, a branch elsewhere. */
const inUnit =
  (field: Field) =>
  (below: string, unit: string, body: '委员会' | '支部委员会' = '支部委员会'): Branch => ({
    below,
    name: `共青团${unit}${body}`,
    shortName: `${unit}${body === '委员会' ? '团委' : '团支部'}`,
    own: { field, unit },
  });

const enterprise = inUnit('enterprise');
const school = inUnit('school');
const community = inUnit('community');
const rural = inUnit('rural');
const socialOrg = inUnit('socialOrg');
const newMedia = inUnit('newMedia');

/** Invented ones, by the short name of the committee that they are below. */
export const BRANCHES: Branch[] = [
  enterprise('狮山镇团委', '新合精工'),
  school('狮山镇团委', '佛山理工学校', '委员会'),
  enterprise('桂城街道团工委', '岭海纺织'),
  community('桂城街道团工委', '培德里社区'),
  enterprise('里水镇团委', '顺联家电'),
  socialOrg('大沥镇团委', '启航志愿服务队'),
  rural('西樵镇团委', '粤禾农业合作社'),
  school('丹灶镇团委', '丹青职业学校', '委员会'),
  community('祖庙街道团工委', '榕树头社区'),
  newMedia('张槎街道团工委', '岭南短视频工作室'),
  enterprise('南庄镇团委', '云窑陶艺'),
  enterprise('乐平镇团委', '启源电池', '委员会'),
  rural('芦苞镇团委', '渔耕水产基地'),
  school('荷城街道团工委', '海丝职业学院', '委员会'),
  enterprise('容桂街道团工委', '恒拓五金'),
  enterprise('北滘镇团委', '云帆物流'),
  school('大良街道团工委', '珠江财经学院', '委员会'),
  socialOrg('乐从镇团委', '晨跑俱乐部'),
  enterprise('长安镇团委', '华屹模具', '委员会'),
  enterprise('虎门镇团委', '衣锦服饰'),
  enterprise('厚街镇团委', '木森家具'),
  community('东城街道团工委', '东堤社区'),
  school('寮步镇团委', '明德职业学校', '委员会'),
  newMedia('南城街道团工委', '声音博客小组'),
  rural('麻涌镇团委', '荔乡家庭农场'),
  socialOrg('莞城街道团工委', '伴读成长中心'),
  enterprise('塘厦镇团委', '岭芯微', '委员会'),
];
