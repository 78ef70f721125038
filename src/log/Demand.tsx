import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Icon } from '@/ui/Icon';
import { Press } from '@/ui/Press';

interface Props {
  id: string;
  title: string;
  /** Where it stands, as a fact. */
  state: string;
  done: boolean;
  figure: string;
  /** 0 to 1, where a bar says something. */
  bar?: number;
  children: ReactNode;
  /** Opens the records behind the figure. */
  onPress: () => void;
}

/** One demand of "1+100": its state, its figure, why, and the way to the records. */
export const Demand = ({ id, title, state, done, figure, bar, children, onPress }: Props) => (
  <Press id={id} className="part demand" as="link" onPress={onPress}>
    <View className="flex g8">
      <View className="grow flex g8 demand-title">
        <View className="b">{title}</View>
        <View className={done ? 'badge good' : 'badge'}>
          <Icon name={done ? 'check' : 'clock'} size={14} />
          {state}
        </View>
      </View>
      <View className="t18 b nw">{figure}</View>
      <View className="go ink3">
        <Icon name="right" size={20} />
      </View>
    </View>
    {bar !== undefined && (
      <View className="bar mt8" aria-hidden="true">
        <View className="bar-done" style={{ width: `${Math.min(1, bar) * 100}%` }} />
      </View>
    )}
    <View className="t14 ink2 mt4">{children}</View>
  </Press>
);
