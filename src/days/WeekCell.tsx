import { View } from '@tarojs/components';
import type { WeekState } from '../../types/words';
import { Icon } from '@/ui/Icon';

interface Props {
  /** Null of a week to come. */
  state: WeekState | null;
  chosen?: boolean;
  /** Among very many: what is met is a plain shape, so that the others are found at once. */
  plain?: boolean;
}

/** A week as a shape of its own for each state, never by colour alone. */
export const WeekCell = ({ state, chosen = false, plain = false }: Props) => (
  <View className={['wk', state ?? 'to-come', chosen && 'chosen', plain && 'plain'].filter(Boolean).join(' ')}>
    {state === 'met' && !plain && <Icon name="check" size={14} />}
    {state === 'notMet' && <Icon name="close" size={14} />}
  </View>
);
