import { View } from '@tarojs/components';
import { sayError } from '@/lib/say';
import { role } from './role';

/** Why what was just tried was not done, above the button that tries it. */
export const Unsaved = ({ error }: { error: unknown }) => {
  if (!error) return null;
  const { title, why, now } = sayError(error);
  return (
    <View className="note warn unsaved" {...role('alert')}>
      <View className="b">{title}</View>
      {why}
      {now}
    </View>
  );
};
