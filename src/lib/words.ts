import {
  CHANNEL_KINDS,
  type ChannelKind,
  type Circle,
  type Field,
  type Level,
  type Look,
  type MessageKind,
  type MessageOutcome,
  type Service,
  type TextState,
} from '../../types/words';

export const fieldWords: Record<Field, string> = {
  enterprise: '企业',
  rural: '农村',
  government: '机关',
  school: '学校',
  community: '街道社区',
  socialOrg: '青年社会组织',
  newMedia: '新媒体',
};

export const serviceWords: Record<Service, string> = { fullTime: '专职', seconded: '挂职', partTime: '兼职' };

export const levelWords: Record<Level, string> = {
  province: '省',
  city: '地级以上市',
  unit: '直属单位',
  county: '县、市、区',
  township: '乡镇、街道',
  branch: '基层团支部',
};

export const channelWords: Record<ChannelKind, string> = { wechat: '微信', qq: 'QQ', weibo: '微博', phone: '电话' };

/** In the order of the form. */
export const inOrder = <Channel extends { kind: ChannelKind }>(channels: readonly Channel[]): Channel[] =>
  CHANNEL_KINDS.flatMap((kind) => channels.filter((channel) => channel.kind === kind));

export const circleWords: Record<Circle, string> = {
  contacts: '我联系的青年',
  organisation: '本组织',
  everybody: '所有人',
};

/** What WeChat sends. */
export const messageWords: Record<MessageKind, string> = { answer: '答复提醒', todo: '待办提醒' };

export const outcomeWords: Record<MessageOutcome, string> = {
  sent: '发了',
  notSent: '没有发',
  unknown: '不知道发没发',
  waiting: '等着发',
};

export const lookWords: Record<Look, string> = {
  scan: '扫了你的码',
  details: '看了你的详情',
  list: '在列表里看到你',
  reveal: '看了你的联系方式',
  correction: '看了你的更正申请',
  concern: '看了你反映的情况',
  text: '看了你写的单位',
  line: '核对了写到你的一句话',
};

/** What others see of what one has typed; nothing to say of what they see. */
export const textStateWords: Record<TextState, string | null> = {
  shown: null,
  waiting: '别人暂时看不到。有团干部联系你之后，团组织的管理员会看，合适就显示。',
  hidden: '这一项没有通过，别人看不到。可以改写。',
};
