import type { Field } from '../../types/words';

/** Invented places to work, learn or meet. */
export const UNITS: Record<Field, readonly string[]> = {
  enterprise: [
    '新合精工 装配一线',
    '新合精工 装配二线',
    '岭海纺织 织造车间',
    '顺联家电 总装三线',
    '云帆物流 分拣中心',
    '粤芯微 封测车间',
  ],
  rural: ['粤禾农业合作社', '青禾种植合作社', '荔乡家庭农场', '渔耕水产基地'],
  government: ['行政服务中心', '市场监督管理所', '社会保险服务大厅', '自然资源所', '综合执法队'],
  school: ['岭南科技学院 机电二班', '珠江财经学院 会计一班', '南岭师范学院 学生会', '海丝职业学院 电商三班'],
  community: ['培德里社区', '榕树头社区', '文华社区', '东堤社区', '金沙洲社区'],
  socialOrg: ['启航志愿服务队', '绿芽环保社', '伴读成长中心', '晨跑俱乐部'],
  newMedia: ['岭南短视频工作室', '自由撰稿人', '粤味美食账号', '声音博客小组'],
};

export const SCHOOLS_OF_MINORS = ['佛山理工学校 数控一班', '佛山理工学校 数控二班', '丹青职业学校 幼教一班'] as const;
