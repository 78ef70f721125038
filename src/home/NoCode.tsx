import { View } from '@tarojs/components';
import { Button } from '@/ui/Button';

interface Props {
  title: string;
  now: string;
  onRetry: () => void;
}

/** Stands where a code would. */
export const NoCode = ({ title, now, onRetry }: Props) => (
  <View className="col center code-out">
    <View className="b">{title}</View>
    <View className="t14 ink2 mt4">{now}</View>
    <View className="mt12" />
    <Button kind="line" size="small" icon="repeat" onPress={onRetry}>
      再试一次
    </Button>
  </View>
);
