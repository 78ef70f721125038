import { View } from '@tarojs/components';
import { onArrowKey } from './arrowKeys';
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

/** Tab stops at the tab that is open, or at the first where none is; the arrow keys go on from there. */
export const TabBar = ({ tabs, current, onChange }: Props) => {
  const stop = tabs.some(({ name }) => name === current) ? current : tabs[0]?.name;
  return (
    <View className="tabbar" {...role('tablist')} onKeyDown={onArrowKey}>
      {tabs.map(({ name, icon, word }) => (
        <Press
          key={name}
          id={`tab-${name}`}
          className={name === current ? 'tab on' : 'tab'}
          as="tab"
          selected={name === current}
          tabStop={name === stop}
          onPress={() => onChange(name)}
        >
          <Icon name={icon} />
          {word}
        </Press>
      ))}
    </View>
  );
};
