import { View } from '@tarojs/components';
import type { TextState } from '../../types/words';
import { textStateWords } from '@/lib/words';

/** D9.4 Below one's own unit, where others do not see it: that they do not, and why. */
export const UnitState = ({ state }: { state: TextState }) => {
  const words = textStateWords[state];
  return words && <View className={state === 'hidden' ? 't14 warn' : 't14 ink3'}>{words}</View>;
};
