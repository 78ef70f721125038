import { View } from '@tarojs/components';
import { thousands } from './thousands';

/** Contacts held of those to be held, as a figure and a small bar. */
export const FiguresBar = ({ counted, quota }: { counted: number; quota: number }) => (
  <View className="org-figures">
    <View className="t14 tr">
      {thousands(counted)}
      <View className="ink3 org-of"> / {thousands(quota)}</View>
    </View>
    <View className="bar" aria-hidden="true">
      <View className="bar-done" style={{ width: `${quota ? Math.min(100, (counted / quota) * 100) : 0}%` }} />
    </View>
  </View>
);
