import type { Application } from '../../types/org';
import { monthAndDay } from '@/lib/day';

/** What became of an application, in a line. */
export const applicationWords = ({ answer, dueOn, answeredOn }: Application): string => {
  switch (answer) {
    case null:
      return `等答复，${monthAndDay(dueOn)}之前`;
    case 'approved':
      return '已确认';
    case 'refused':
      return `没有通过，${monthAndDay(answeredOn ?? dueOn)}`;
    case 'withdrawn':
      return '已撤回';
  }
};
