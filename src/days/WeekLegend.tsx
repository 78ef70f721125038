import { View } from '@tarojs/components';
import type { WeekState } from '../../types/words';
import { stateWords } from './weekWords';
import { WeekCell } from './WeekCell';

const always: (WeekState | null)[] = ['met', 'owed', 'notMet', 'unconfirmed', 'exempt', null];

/** What the shapes mean. */
export const WeekLegend = ({ missing }: { missing: boolean }) => (
  <View className="wk-legend t12 ink2" aria-hidden="true">
    {[...always, ...(missing ? (['calendarMissing'] as const) : [])].map((state) => (
      <View key={state ?? 'to-come'} className="flex g8">
        <WeekCell state={state} />
        {state ? stateWords[state] : '还没到'}
      </View>
    ))}
  </View>
);
