import type { OwnLog } from '../../types/contactLog';

/** C3 Why a log cannot be changed; null where it can. What was counted of those who have left stays counted. */
export const whyUnchangeable = ({ open, disputed, people, youths }: OwnLog): string | null => {
  if (!open) return '当天可以改和删，过了就留着了。';
  if (people.length < youths) return '里面有人看不到了，这一笔不能再改，还可以删。';
  if (disputed > 0) return '有人说“这不是我”，先答复，再说改。';
  return people.some(({ state }) => state === 'struck') ? '已经去掉过一位，这一笔不能再改，还可以删。' : null;
};
