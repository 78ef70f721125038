import { daysBetween } from './day';

const words = ['一', '二', '三', '四'];

/** `2026 年第四季度`, by any day in it. */
export const quarterInWords = (day: string): string =>
  `${day.slice(0, 4)} 年第${words[Math.floor((Number(day.slice(5, 7)) - 1) / 3)] ?? ''}季度`;

/** A day of the quarter before or after the one that begins on this day. */
export const quarterBeside = (from: string, step: -1 | 1): string => {
  const month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + step * 3;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
};

/** How long a quarter goes on: 还有 35 天, 最后一天, 已经过完. */
export const leftInWords = (until: string, today: string): string => {
  const days = daysBetween(today, until);
  if (days < 0) return '已经过完';
  return days === 0 ? '今天是最后一天' : `还有 ${days} 天`;
};

/** A share in words: a fraction under ten people, a percentage from there; nothing of nobody. */
export const shareInWords = (n: number, of: number): string => {
  if (of === 0) return '还没有人';
  return of < 10 ? `${n} / ${of}` : `${Math.round((n / of) * 100)} %`;
};
