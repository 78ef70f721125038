import { View } from '@tarojs/components';
import { role } from './role';

const Line = ({ width, height = 12 }: { width: number; height?: number }) => (
  <View className="skeleton" style={{ width: `${width / 16}rem`, height: `${height / 16}rem` }} />
);

const Round = ({ size }: { size: number }) => (
  <View className="skeleton round" style={{ width: `${size}px`, height: `${size}px` }} />
);

/** A list that is on its way, in its later shape. */
export const SkeletonRows = ({ rows = 4 }: { rows?: number }) => (
  <View className="card flush rows by-ava after-a-while" {...role('status')} aria-label="正在打开">
    {Array.from({ length: rows }, (_, row) => (
      <View key={row} className="row">
        <Round size={44} />
        <View className="grow col g8">
          <Line width={88} height={14} />
          <Line width={124} />
        </View>
        <Line width={40} />
      </View>
    ))}
  </View>
);

/** A card with a ring that is on its way. */
export const SkeletonCard = () => (
  <View className="card flex g16 after-a-while" {...role('status')} aria-label="正在打开">
    <Round size={104} />
    <View className="col g8">
      <Line width={96} height={18} />
      <Line width={160} />
      <Line width={112} />
    </View>
  </View>
);

/** Filters that are on their way. */
export const SkeletonChips = () => (
  <View className="chips-wait after-a-while" aria-hidden="true">
    <View className="skeleton" />
    <View className="skeleton" />
    <View className="skeleton" />
  </View>
);
