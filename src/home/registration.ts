import type { Field } from '../../types/words';
import { isRefused, sayError } from '@/lib/say';
import { wrongParts } from '@/lib/wrongParts';

/** What a newcomer has filled in so far. */
export interface Draft {
  name: string;
  /** `2004-06` */
  born: string;
  field: Field | null;
  unit: string;
}

/** What is wrong, by the part it is about; in the order in which they stand. */
export type Problems = Partial<Record<keyof Draft, string>>;

/** What is still missing before the form can be sent. */
export const missingIn = ({ name, born, field }: Draft): Problems => ({
  ...(!name.trim() && { name: '还差姓名' }),
  ...(!born && { born: '还差出生年月' }),
  ...(!field && { field: '还差领域' }),
});

/** What the server refused about a part; empty when it refused for another reason. */
export const refusedIn = (error: unknown): Problems => {
  if (isRefused(error, 'UNDER_14')) {
    const { title, why, now } = sayError(error);
    return { born: `${title}。${why}${now}` };
  }
  const wrong = wrongParts(error);
  return {
    ...(wrong.includes('name') && { name: '姓名里有多余的符号或数字，改一下再试' }),
    ...(wrong.some((part) => part.startsWith('birth')) && { born: '年月不对，再选一次' }),
    ...(wrong.includes('unit') && { unit: '这里有多余的符号，改一下再试' }),
  };
};
