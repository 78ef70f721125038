import { View } from '@tarojs/components';
import type { WeekState } from '../../types/words';
import { stateWords } from './weekWords';
import { WeekCell } from './WeekCell';

const always: (WeekState | null)[] = ['met', 'owed', 'notMet', 'unconfirmed', 'exempt', null];

interface Props {
  /** Whether a week stands there of which the calendar is missing. */
  missing: boolean;
  /** As the cells are drawn that it explains. */
  plain?: boolean;
}

/** What the shapes mean. */
export const WeekLegend = ({ missing, plain }: Props) => (
  <View className="wk-legend t12 ink2" aria-hidden="true">
    {[...always, ...(missing ? (['calendarMissing'] as const) : [])].map((state) => (
      <View key={state ?? 'to-come'} className="flex g8">
        <WeekCell state={state} plain={plain} />
        {state ? stateWords[state] : '还没到'}
      </View>
    ))}
  </View>
);
