import type { Asked } from '../../types/privacy';
import type { RequestState } from '../../types/words';
import { monthAndDay } from './day';

type Kind = Asked['kind'];

/** What somebody asks for, as an administrator reads it in a list. */
export const kindWords: Record<Kind, string> = { name: '更正姓名', birthMonth: '更正出生年月', concern: '反映情况' };

/** `2004-06` or the first day of that month. */
export const birthInWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;

/** What one has asked for. */
export const askedWords = ({ kind, text, about }: Pick<Asked, 'kind' | 'text' | 'about'>): string => {
  if (kind === 'concern') return about ? `反映${about}的情况` : '反映情况';
  if (!text) return kindWords[kind];
  return `${kindWords[kind]}：${kind === 'birthMonth' ? birthInWords(text) : text}`;
};

const stateWords: Record<RequestState, string> = {
  open: '等答复',
  approved: '已更正',
  refused: '没有更正',
  answered: '已答复',
  dropped: '已撤下',
};

/** Where it stands, and until when it is answered. */
export const stateInWords = ({ state, dueOn }: Pick<Asked, 'state' | 'dueOn'>): string =>
  state === 'open' ? `${stateWords.open}，${monthAndDay(dueOn)}之前` : stateWords[state];
