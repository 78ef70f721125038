import type { Preview } from '../../types/contact';
import type { Standing } from '../../types/shared';
import { FIELDS, type Field } from '../../types/words';
import { shareInWords } from '@/lib/quarters';
import { fieldWords } from '@/lib/words';

interface Effect {
  field: Field;
  /** The how-manieth this youth would be, of all and of the field. */
  nth: number;
  fieldCount: number;
}

/** D2.2 What one more youth does to how widely one reaches; `before` is how one stands now, where that is known. */
export const effectWords = ({ field, nth, fieldCount }: Effect, before: Standing | undefined): string => {
  const word = fieldWords[field];
  const reached = before && FIELDS.filter((each) => each === field || before.byField[each] > 0).length;
  if (fieldCount === 1) {
    const first = `${word}领域的第一位`;
    if (reached === FIELDS.length) return `${first}，七个领域都到了`;
    return reached ? `${first}，七个领域到了 ${reached} 个` : first;
  }
  if (before?.thin.includes(field)) return `${word}领域人还少，这一位正好补上`;
  return `${word}占 ${shareInWords(fieldCount, nth)}`;
};

type Spread = Pick<Extract<Preview, { kind: 'youth' }>['effect'], 'ownUnit' | 'concentration'>;

/** Less is no change that anybody would see. */
const SEEN = 0.01;

/** D2.1, D2.2 What one more youth does to one's own unit, or to how evenly one is in touch; null where it changes neither. */
export const spreadWords = ({ ownUnit, concentration }: Spread): string | null => {
  if (ownUnit?.own) return ownUnit.n === 1 ? '本单位的第一位' : `本单位的第 ${ownUnit.n} 位`;
  if (concentration && concentration.before - concentration.after >= SEEN) return '联系会更分散一些';
  return null;
};
