import type { Channel } from '../../types/org';
import { type ChannelKind, CHANNEL_KINDS } from '../../types/words';
import { wrongParts } from '@/lib/wrongParts';

export type Drafts = Record<ChannelKind, Omit<Channel, 'kind'>>;

export const draftsOf = (channels: Channel[]): Drafts => {
  const draft = (kind: ChannelKind) =>
    channels.find((channel) => channel.kind === kind) ?? { value: '', circle: 'contacts' as const };
  return { wechat: draft('wechat'), qq: draft('qq'), weibo: draft('weibo'), phone: draft('phone') };
};

export const channelsOf = (drafts: Drafts): Channel[] =>
  CHANNEL_KINDS.map((kind) => ({ kind, value: drafts[kind].value.trim(), circle: drafts[kind].circle })).filter(
    ({ value }) => value !== '',
  );

/** D2.4 At least one of WeChat, QQ, Weibo is wanted; without one a youth can only call, or not even that. */
export const lacksMedium = (channels: Channel[]): boolean => channels.every(({ kind }) => kind === 'phone');

const shortest = 3;

export const tooShort = (channels: Channel[]): ChannelKind[] =>
  channels.filter(({ value }) => value.length < shortest).map(({ kind }) => kind);

/** Which of the channels that were sent the server could not accept. */
export const refusedOf = (channels: Channel[], error: unknown): ChannelKind[] =>
  wrongParts(error).flatMap((part) => channels[Number(part.split('.')[1])]?.kind ?? []);

export const problemWords = {
  tooShort: `至少 ${shortest} 个字符`,
  refused: '这里有多余的符号，改一下再试',
};
