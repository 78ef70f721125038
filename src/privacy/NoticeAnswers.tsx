import { View } from '@tarojs/components';
import type { Notice } from '../../types/privacy';
import { Heading } from '@/ui/Heading';
import { Icon } from '@/ui/Icon';
import type { IconName } from '@/ui/icons';

const icons: Record<Notice['answers'][number]['key'], IconName> = {
  who: 'people',
  what: 'doc',
  howLong: 'clock',
  rights: 'shield',
  never: 'site',
};

/** D9.1 The five plain answers. */
export const NoticeAnswers = ({ answers }: Pick<Notice, 'answers'>) => (
  <View className="col g20">
    {answers.map(({ key, title, text }) => (
      <View key={key} className="flex top g16">
        <View className="brand">
          <Icon name={icons[key]} />
        </View>
        <View className="grow">
          <Heading className="b">{title}</Heading>
          <View className="t14 ink2">{text}</View>
        </View>
      </View>
    ))}
  </View>
);
