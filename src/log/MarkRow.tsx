import { View } from '@tarojs/components';
import { policy } from '../../config/policy';
import type { LogMark, OwnLog } from '../../types/contactLog';
import { shortName } from '@/lib/cut';
import { dayOf, daysAfter, monthAndDay } from '@/lib/day';
import { Avatar } from '@/ui/Person';
import { Press } from '@/ui/Press';
import { MarkBadge } from './LogBadge';

interface Props {
  mark: LogMark;
  log: OwnLog;
  today: string;
  onAnswer: () => void;
}

/** D2.3 What proves a meeting, or until when a tap still can. */
const meetingWords = ({ proof, state }: LogMark, { way, writtenAt }: OwnLog, today: string): string | null => {
  if (way !== 'faceToFace' || state === 'struck') return null;
  if (state === 'disputed' || state === 'answered') return '说清楚之前，不算见过面';
  if (proof === 'code') return '当面扫过码，算见过面';
  if (proof === 'tap') return '对方点了确认，算见过面';
  if (state === 'confirmed') return null;
  const tapUntil = daysAfter(dayOf(writtenAt), policy.contactLog.tapWithinDays);
  return today <= tapUntil
    ? `还不算见过面，对方在${monthAndDay(tapUntil)}前点确认就算`
    : '没有得到确认，不算见过面。下次见面扫一下码';
};

/** One youth of a log: what that one says to it, and the way to answer. */
export const MarkRow = ({ mark, log, today, onAnswer }: Props) => {
  const { name, state, counts, answer, answerState } = mark;
  const met = meetingWords(mark, log, today);
  const disputed = state === 'disputed' || state === 'answered';
  return (
    <View className="row">
      <Avatar name={name} />
      <View className="grow">
        <View className="flex g8 badges">
          <View className="b">{shortName(name)}</View>
          <MarkBadge state={state} />
          {!counts && <View className="badge">不计入</View>}
        </View>
        {met && <View className="t14 ink2">{met}</View>}
        {answer && <View className="t14 ink2 wrap-any">你的答复：{answer}</View>}
        {state === 'answered' && answerState === 'waiting' && (
          <View className="t14 ink3">等核对，核对好了对方才看得到。</View>
        )}
        {state === 'answered' && answer && answerState === 'hidden' && (
          <View className="t14 ink3">没有通过，对方看不到。换个说法吧。</View>
        )}
        {disputed && (
          <Press
            className="text-btn"
            label={`${state === 'disputed' ? '答复对方' : '换个说法'}：${name}`}
            onPress={onAnswer}
          >
            {state === 'disputed' ? '答复对方' : '换个说法'}
          </Press>
        )}
      </View>
    </View>
  );
};
