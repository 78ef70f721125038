import { View } from '@tarojs/components';
import { policy } from '../../config/policy';
import { daysAfter, daysBetween, dayWithWeekday, monthAndDay } from '@/lib/day';
import { DayInput } from '@/ui/DayInput';
import { Labelled } from '@/ui/Labelled';
import { Segments } from '@/ui/Segments';
import { isLate } from './draft';

interface Props {
  day: string;
  today: string;
  problem?: string;
  onChange: (day: string) => void;
}

type Choice = 'today' | 'yesterday' | 'earlier';

const weekdayOf = (day: string): string => dayWithWeekday(day).split(' ')[1] ?? '';

const choiceOf = (day: string, today: string): Choice => {
  const days = day === '' ? 2 : daysBetween(day, today);
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : 'earlier';
};

/** D2.5 Today, yesterday, or a day before; what comes late is said before it is written. */
export const DayChoice = ({ day, today, problem, onChange }: Props) => {
  const yesterday = daysAfter(today, -1);
  const choice = choiceOf(day, today);
  const days: Record<Choice, string> = { today, yesterday, earlier: '' };
  return (
    <Labelled id="day" label="哪一天" problem={problem}>
      <Segments
        id="day"
        label="哪一天"
        problem={problem}
        segments={[
          { name: 'today', word: `今天 ${weekdayOf(today)}` },
          { name: 'yesterday', word: `昨天 ${weekdayOf(yesterday)}` },
          {
            name: 'earlier',
            word: choice === 'earlier' && day.slice(0, 4) === today.slice(0, 4) ? monthAndDay(day) : '更早',
            icon: 'calendar',
          },
        ]}
        chosen={choice}
        onChoose={(chosen) => onChange(days[chosen])}
      />
      {choice === 'earlier' && (
        <View className="mt8">
          <DayInput id="day-input" name="哪一天" value={day} last={daysAfter(today, -2)} onChange={onChange} />
        </View>
      )}
      {isLate(day, today) && (
        <View className="note mt8">
          过了 {policy.contactLog.lateAfterDays} 天，照样可以记，在“日常有声音”里只算半天。
        </View>
      )}
    </Labelled>
  );
};
