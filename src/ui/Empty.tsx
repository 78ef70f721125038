import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Heading } from './Heading';
import { Icon } from './Icon';
import type { IconName } from './icons';

interface Props {
  icon: IconName;
  title: string;
  why: string;
  now?: string;
  /** The one thing to do now. */
  children?: ReactNode;
}

export const Empty = ({ icon, title, why, now, children }: Props) => (
  <View className="card flush">
    <View className="empty">
      <View className="disc">
        <Icon name={icon} />
      </View>
      <Heading className="t18 b">{title}</Heading>
      <View className="why">{why}</View>
      {now && <View className="why">{now}</View>}
      {children}
    </View>
  </View>
);
