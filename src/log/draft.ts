import { policy } from '../../config/policy';
import type { Inputs } from '../../types/contract';
import type { LogTask, LogWay } from '../../types/words';
import { daysBetween } from '@/lib/day';
import type { Whom } from '@/lib/handedOver';

/** A log as far as it is filled in. */
export interface Draft {
  task: LogTask | null;
  way: LogWay | null;
  activity: boolean;
  day: string;
  text: string;
  people: Whom[];
}

export type Said = Omit<Inputs['contactLog']['write'], 'requestId'>;

export type Problems = Partial<Record<'task' | 'whom' | 'way' | 'day' | 'text', string>>;

/** What is missing or cannot be taken, in the order of the form. */
export const problemsOf = ({ task, people, way, day, text }: Draft): Problems => ({
  ...(!task && { task: '还没有选做了什么' }),
  ...(people.length === 0 && { whom: '还没有选和谁' }),
  ...(!way && { way: '还没有选怎么联系' }),
  ...(!day && { day: '还没有选哪一天' }),
  ...(/[<>]/.test(text) && { text: '这里写不了 < 和 >，换个写法' }),
});

/** D2.3 Only a meeting of several can be an activity. */
export const mayBeActivity = ({ way, people }: Draft): boolean =>
  way === 'faceToFace' && people.length >= policy.contactLog.activityFrom;

/** Null while something is missing. */
export const saidIn = (draft: Draft): Said | null => {
  const { task, way, day, text, people } = draft;
  if (!task || !way || !day || people.length === 0 || Object.keys(problemsOf(draft)).length > 0) return null;
  const activity = draft.activity && mayBeActivity(draft);
  return { task, way, activity, day, text: text.trim(), contactIds: people.map(({ contactId }) => contactId) };
};

/** D2.5, C19 */
export const isLate = (day: string, today: string): boolean =>
  day !== '' && daysBetween(day, today) > policy.contactLog.lateAfterDays;
