import { View } from '@tarojs/components';
import type { CheckInState } from '../../types/words';
import { Icon } from '@/ui/Icon';
import { stateMarks } from './dayWords';

/** Whether a check-in counts. */
export const StateBadge = ({ state }: { state: CheckInState }) => {
  const { word, look, icon } = stateMarks[state];
  return (
    <View className={`badge ${look}`}>
      <Icon name={icon} size={14} />
      {word}
    </View>
  );
};
