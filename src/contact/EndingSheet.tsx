import { View } from '@tarojs/components';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { Icon } from '@/ui/Icon';
import { Refused } from '@/ui/Refused';
import { Sheet } from '@/ui/Sheet';

interface Props {
  id: string;
  title: string;
  /** What it does, a line each. */
  effects: string[];
  act: string;
  stay: string;
  busy: boolean;
  error: Error | null;
  onAct: () => void;
  onClose: () => void;
}

/** Something ends: it is said what, and asked once. */
export const EndingSheet = ({ id, title, effects, act, stay, busy, error, onAct, onClose }: Props) => (
  <Sheet label={title} onClose={onClose}>
    <Heading className="t22 b">{title}</Heading>
    <View className="col g8 mt12">
      {effects.map((effect) => (
        <View key={effect} className="flex top g8">
          <View className="ink3">
            <Icon name="check" size={20} />
          </View>
          <View className="grow">{effect}</View>
        </View>
      ))}
    </View>
    {error && (
      <View className="mt16">
        <Refused error={error} />
      </View>
    )}
    <View className="col g8 mt16">
      <Button id={id} kind="line" busy={busy} onPress={onAct}>
        {act}
      </Button>
      <Button kind="second" onPress={onClose}>
        {stay}
      </Button>
    </View>
  </Sheet>
);
