import { View } from '@tarojs/components';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { Press } from './Press';
import { role } from './role';

export interface Tab {
  name: string;
  icon: IconName;
  word: string;
}

interface Props {
  tabs: readonly Tab[];
  current: string;
  onChange: (name: string) => void;
}

export const TabBar = ({ tabs, current, onChange }: Props) => (
  <View className="tabbar" {...role('tablist')}>
    {tabs.map(({ name, icon, word }) => (
      <Press
        key={name}
        id={`tab-${name}`}
        className={name === current ? 'tab on' : 'tab'}
        as="tab"
        selected={name === current}
        onPress={() => onChange(name)}
      >
        <Icon name={icon} />
        {word}
      </Press>
    ))}
  </View>
);
