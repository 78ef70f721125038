import { View } from '@tarojs/components';
import { policy } from '../../config/policy';
import { RefuseFields } from '@/account/RefuseFields';
import { cadreCalled } from '@/lib/closed';
import { monthAndDay } from '@/lib/day';
import { namesInWords } from '@/lib/logWords';
import { Heading } from '@/ui/Heading';
import { Sheet } from '@/ui/Sheet';
import { Unsaved } from '@/ui/Unsaved';
import type { WaitingDay } from './dayWords';
import { useAnswerDays } from './useAnswerDays';

const title = (days: WaitingDay[]): string => {
  const [first] = days;
  if (first && days.length === 1) return `${cadreCalled(first.cadreName)}，${monthAndDay(first.day)}没有来过`;
  return `这 ${days.length} 天没有来过`;
};

/** D8.2 A day that was not so does not count; the cadre reads why. */
export const RefuseDays = ({ days, onClose }: { days: WaitingDay[]; onClose: () => void }) => {
  const answer = useAnswerDays(onClose);
  const names = [...new Set(days.map(({ cadreName }) => cadreCalled(cadreName)))];
  const checkInIds = days.map(({ checkInId }) => checkInId);
  return (
    <Sheet label="不是" onClose={onClose}>
      <Heading className="t22 b wrap-any">{title(days)}</Heading>
      <View className="ink2 mt4">
        不算数，也不再等确认。写一句为什么，{days.length === 1 ? '对方' : namesInWords(names)}会看到。
      </View>
      <RefuseFields
        hint="比如：那天没有见到"
        longest={policy.grassrootsDay.reason}
        back="先不答复"
        busy={answer.isPending}
        onRefuse={(reason) => answer.mutate({ checkInIds, confirmed: false, reason })}
        onBack={onClose}
      />
      <View className="mt12" />
      <Unsaved error={answer.error} />
    </Sheet>
  );
};
