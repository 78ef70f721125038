import { View } from '@tarojs/components';
import { type say, sayError } from '@/lib/say';
import { role } from './role';

/** Why what was just tried was not done, above the button that tries it. */
export const Unsaved = ({ error, words }: { error: unknown; words?: Partial<typeof say> }) => {
  if (!error) return null;
  const { title, why, now } = sayError(error, words);
  return (
    <View className="note warn unsaved" {...role('alert')}>
      <View className="b">{title}</View>
      {why}
      {now}
    </View>
  );
};
