import type { Factory } from '../../tests/factory';
import type { Field } from '../../types/words';

interface Kind {
  /** `*` stands for the name of the county or of the city. */
  names: readonly string[];
  parts?: readonly string[];
}

/** Invented places to work, learn or meet; those with parts have youths in each. */
const UNITS: Record<Field, Kind> = {
  enterprise: {
    names: [
      '新合精工',
      '岭海纺织',
      '顺联家电',
      '云帆物流',
      '岭芯微',
      '恒拓五金',
      '华屹模具',
      '启源电池',
      '木森家具',
      '衣锦服饰',
      '云窑陶艺',
    ],
    parts: ['一组', '二组', '三组', '质检组', '仓储组', '研发部', '客服部', '行政部'],
  },
  rural: {
    names: ['*粤禾农业合作社', '*青禾种植合作社', '荔乡家庭农场', '渔耕水产基地', '*山外民宿', '*果香电商服务站'],
  },
  government: {
    names: ['*行政服务中心', '*市场监督管理所', '*社会保险服务大厅', '*自然资源所', '*综合执法队', '*图书馆'],
  },
  school: {
    names: ['岭南科技学院', '珠江财经学院', '南岭理工学院', '海丝职业学院', '粤北医药学院', '明湖师范学院'],
    parts: ['一班', '二班', '三班', '四班', '学生会', '广播站', '志愿者协会'],
  },
  community: {
    names: ['*培德里社区', '*榕树头社区', '*文华社区', '*东堤社区', '*金沙洲社区', '*青年公寓'],
  },
  socialOrg: {
    names: ['启航志愿服务队', '绿芽环保社', '伴读成长中心', '晨跑俱乐部', '暖阳助老队', '山野救援队'],
  },
  newMedia: {
    names: ['岭南短视频工作室', '自由撰稿人', '粤味美食账号', '声音博客小组', '青石板动画组', '直播助农小队'],
  },
};

const SCHOOLS_OF_MINORS: Kind = {
  names: ['佛山理工学校', '丹青职业学校', '明德职业学校', '青云中学', '岭英中学'],
  parts: ['一班', '二班', '三班', '广播站', '田径队'],
};

/** D1.3 A unit of a field, in one of these places. */
export function aUnit({ random }: Factory, field: Field, places: string[], { ofMinors = false } = {}): string {
  const { names, parts } = ofMinors ? SCHOOLS_OF_MINORS : UNITS[field];
  const name = random.helpers.arrayElement(names).replace('*', random.helpers.arrayElement(places));
  return parts ? `${name} ${random.helpers.arrayElement(parts)}` : name;
}
