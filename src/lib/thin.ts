import { FIELDS } from '../../types/words';
import type { Standing } from '../../types/shared';
import { fieldWords } from './words';

const hereWords = (places: number): string => (places === 1 ? '这里' : places === 2 ? '这两处' : '这几处');

/** One sentence on where to look next: the thin fields, those without anybody first. */
export const thinSentence = ({ counted, thin, byField }: Standing): string => {
  if (counted === 0) return '请对方打开“我的码”，你扫一下就建立了联系。';
  if (thin.length === 0) return '七个领域都有人，分布也均匀。';
  const bare = thin.filter((field) => !byField[field]).map((field) => fieldWords[field]);
  const few = thin.filter((field) => byField[field]).map((field) => `${fieldWords[field]}只有 ${byField[field]} 位`);
  const empty = FIELDS.filter((field) => byField[field] === 0).length;
  if (empty > thin.length) return `${bare.join('、')}等 ${empty} 个领域还没有人。先从${hereWords(empty)}补。`;
  const parts = [...(bare.length > 0 ? [`${bare.join('和')}领域还没有人`] : []), ...few];
  return `${parts.join('，')}。先从${hereWords(thin.length)}补。`;
};
