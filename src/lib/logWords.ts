import type { LogTask, LogWay, MarkState } from '../../types/words';
import type { OwnLog } from '../../types/contactLog';
import type { IconName } from '@/ui/icons';
import { shortName } from './cut';

/** D2.6 */
export const taskWords: Record<LogTask, string> = {
  guidance: '思想引导',
  identity: '亮身份',
  activation: '促活跃',
  listening: '重倾听',
  help: '办实事',
};

export const wayWords: Record<LogWay, string> = { online: '线上', phone: '电话', faceToFace: '见面' };

export const wayIcons: Record<LogWay, IconName> = { online: 'chat', phone: 'phone', faceToFace: 'face' };

/** Where a log stands with one youth, as the cadre reads it. */
export const markWords: Record<MarkState, string> = {
  unanswered: '等对方看',
  confirmed: '对方已确认',
  disputed: '对方说不是',
  answered: '已答复，等对方定',
  struck: '不算这一位',
};

/** Some people by name, and how many there are: 陈嘉怡、黄梓轩等 5 位. */
export const namesInWords = (names: readonly string[], all = names.length): string => {
  const shown = names.slice(0, 2).map(shortName).join('、');
  if (shown === '') return `${all} 位青年`;
  return all > Math.min(names.length, 2) ? `${shown}等 ${all} 位` : shown;
};

/** Whom a log is about; who has left is counted and not named. */
export const peopleInWords = ({ people, youths }: Pick<OwnLog, 'people' | 'youths'>): string =>
  namesInWords(
    people.map(({ name }) => name),
    youths,
  );
