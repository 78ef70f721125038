import { View } from '@tarojs/components';
import { onArrowKey } from './arrowKeys';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { type Problem, problemOf } from './Labelled';
import { Press } from './Press';
import { role } from './role';

interface Segment<Option extends string> {
  name: Option;
  word: string;
  icon?: IconName;
}

interface Props<Option extends string> extends Problem {
  label: string;
  segments: readonly Segment<Option>[];
  chosen: Option | null;
  onChoose: (option: Option) => void;
}

/** One of two or three that exclude one another, side by side. */
export const Segments = <Option extends string>(props: Props<Option>) => {
  const { id, label, segments, chosen, onChoose } = props;
  return (
    <View className="segments" {...role('radiogroup')} aria-label={label} {...problemOf(props)} onKeyDown={onArrowKey}>
      {segments.map(({ name, word, icon }, place) => (
        <Press
          key={name}
          id={`${id}-${name}`}
          className={name === chosen ? 'segment on' : 'segment'}
          as="radio"
          selected={name === chosen}
          tabStop={chosen === null ? place === 0 : name === chosen}
          onPress={() => onChoose(name)}
        >
          {icon && <Icon name={icon} size={20} />}
          {word}
        </Press>
      ))}
    </View>
  );
};
