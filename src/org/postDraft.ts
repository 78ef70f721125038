import type { Appointment } from '../../types/org';
import { isRefused, sayError } from '@/lib/say';
import { wrongParts } from '@/lib/wrongParts';

/** What an administrator has filled in of a post; the class is never guessed. */
export interface PostDraft extends Omit<Appointment, 'service'> {
  service: Appointment['service'] | null;
}

export const emptyPost = (today: string): PostDraft => ({
  service: null,
  inEstablishment: false,
  leadership: false,
  title: '',
  from: today,
});

export type PostProblems = Partial<Record<'service' | 'title' | 'from', string>>;

/** What is still missing before it can be sent. */
export const missingOfPost = ({ service, title, from }: PostDraft): PostProblems => ({
  ...(!service && { service: '还差类别' }),
  ...(!title.trim() && { title: '还差职务' }),
  ...(!from && { from: '还差日子' }),
});

/** What the server refused about a part. */
export const refusedOfPost = (error: unknown): PostProblems => {
  if (isRefused(error, 'DAY_OUT_OF_RANGE')) return { from: sayError(error).why };
  const wrong = wrongParts(error);
  return {
    ...(wrong.some((part) => part.endsWith('title')) && { title: '这里有多余的符号，改一下再试' }),
    ...(wrong.some((part) => part.endsWith('from')) && { from: '日子不对，再选一次' }),
  };
};

/** What is sent; null while something is missing. */
export const appointmentOf = ({ service, title, ...rest }: PostDraft): Appointment | null =>
  service && title.trim() && rest.from ? { ...rest, service, title: title.trim() } : null;
