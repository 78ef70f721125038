import type { LeaveState } from '../../types/words';

/** C17 What became of a leave. */
export const leaveWords: Record<LeaveState, string> = {
  asked: '等答复',
  approved: '通过了',
  refused: '没有通过',
  cancelled: '取消了',
};
