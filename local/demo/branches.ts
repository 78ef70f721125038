/** D1.2 Those that act for the province over a sector are leading organs; universities and enterprises are not. */
export const DIRECTLY_MANAGED_UNITS = [
  {
    name: '共青团广东省直属机关工作委员会',
    shortName: '省直机关团工委',
    place: '广东省直机关',
    leadingOrgan: true,
  },
  { name: '共青团中山大学委员会', shortName: '中山大学团委' },
  { name: '共青团中国南方航空集团委员会', shortName: '南方航空团委' },
  { name: '共青团中国铁路广州局集团委员会', shortName: '广铁集团团委' },
];

/** Invented ones, by the short name of the committee that they are below. */
export const BRANCHES = [
  { below: '狮山镇团委', name: '共青团新合精工支部委员会', shortName: '新合精工团支部' },
  { below: '狮山镇团委', name: '共青团佛山理工学校委员会', shortName: '佛山理工学校团委' },
  { below: '桂城街道团工委', name: '共青团岭海纺织支部委员会', shortName: '岭海纺织团支部' },
  { below: '桂城街道团工委', name: '共青团培德里社区支部委员会', shortName: '培德里社区团支部' },
  { below: '里水镇团委', name: '共青团顺联家电支部委员会', shortName: '顺联家电团支部' },
  { below: '大沥镇团委', name: '共青团启航志愿服务队支部委员会', shortName: '启航志愿服务队团支部' },
  { below: '西樵镇团委', name: '共青团粤禾农业合作社支部委员会', shortName: '粤禾农业合作社团支部' },
  { below: '丹灶镇团委', name: '共青团丹青职业学校委员会', shortName: '丹青职业学校团委' },
];
