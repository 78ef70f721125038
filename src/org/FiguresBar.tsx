import { View } from '@tarojs/components';
import { thousands } from './thousands';

interface Props {
  counted: number;
  quota: number;
}

/** Contacts held of those to be held, as a figure and a small bar; where nobody has to hold any, neither (C33). */
export const FiguresBar = ({ counted, quota }: Props) =>
  quota === 0 ? <View className="t14 ink3 nw">不适用</View> : <Held counted={counted} quota={quota} />;

const Held = ({ counted, quota }: Props) => (
  <View className="org-figures">
    <View className="t14 tr nw org-figure">
      {thousands(counted)}
      <View className="ink3 org-of"> / {thousands(quota)}</View>
    </View>
    <View className="bar" aria-hidden="true">
      <View className="bar-done" style={{ width: `${Math.min(100, (counted / quota) * 100)}%` }} />
    </View>
  </View>
);
