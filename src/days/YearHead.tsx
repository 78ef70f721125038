import { View } from '@tarojs/components';
import { Heading } from '@/ui/Heading';
import { Icon } from '@/ui/Icon';
import { Press } from '@/ui/Press';

interface Props {
  year: number;
  /** The year that runs; nothing comes after it. */
  now: number;
  title: string;
  aside: string;
  onGo: (year: number) => void;
}

/** The year that is shown, with the way to the one before and back. */
export const YearHead = ({ year, now, title, aside, onGo }: Props) => (
  <View className="flex between">
    <View className="flex g4">
      <Press id="year-before" className="year-go" label="上一年" onPress={() => onGo(year - 1)}>
        <Icon name="left" size={20} />
      </Press>
      <Heading className="b nw">{title}</Heading>
      {year < now && (
        <Press id="year-after" className="year-go" label="下一年" onPress={() => onGo(year + 1)}>
          <Icon name="right" size={20} />
        </Press>
      )}
    </View>
    <View className="t14 ink2">{aside}</View>
  </View>
);
