import type { Outputs } from '../../types/contract';
import type { Explanation } from '../../types/words';
import { policy } from '../../config/policy';
import { monthAndDay } from '@/lib/day';

type Pattern = Pick<Outputs['grassrootsDay']['patterns']['items'][number], 'kind' | 'day' | 'figure' | 'sites'>;

export const explanationWords: Record<Explanation, string> = {
  together: '我们是一起去的',
  positionWrong: '地点的位置登记错了',
  codePassedOn: '码是别人发给我的',
  mistake: '我弄错了',
  other: '别的原因，当面说',
};

/** What can be said to each: nobody went too fast together. */
export const explanationsOf: Record<Pattern['kind'], readonly Explanation[]> = {
  sameStep: ['together', 'codePassedOn', 'mistake', 'other'],
  together: ['together', 'codePassedOn', 'mistake', 'other'],
  tooFar: ['positionWrong', 'codePassedOn', 'mistake', 'other'],
};

/** D4.2 What was seen, as a fact. */
export function patternWords({ kind, day, figure, sites }: Pattern): string {
  const [last = '同一个地点', ...before] = [...sites].reverse();
  const where = before.length > 0 ? `${before.reverse().join('、')}和${last}` : last;
  const { stepSeconds } = policy.codes;
  const { togetherSeconds } = policy.grassrootsDay.patterns;
  switch (kind) {
    case 'sameStep':
      return `${monthAndDay(day)}在${where}，同一张码的 ${stepSeconds} 秒里，还有 ${figure} 名团干部报到`;
    case 'together':
      return `到${monthAndDay(day)}为止的三个月里，有 ${figure} 天和同一名团干部在同一个地点报到，前后不超过 ${togetherSeconds} 秒`;
    case 'tooFar':
      return `${monthAndDay(day)}在${where}都报到了，每小时 ${figure} 公里才赶得到`;
  }
}
