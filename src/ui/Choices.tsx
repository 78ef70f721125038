import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { onArrowKey } from './arrowKeys';
import { Chip } from './Chip';
import { type Problem, problemOf } from './Labelled';
import { role } from './role';

interface Props<Option extends string> extends Problem {
  label: string;
  options: readonly Option[];
  chosen: Option | null;
  onPaper?: boolean;
  onChoose: (option: Option) => void;
  children: (option: Option) => ReactNode;
}

/** One of a few, each a chip. Tab stops at the chosen one, the arrow keys go on from there. */
export const Choices = <Option extends string>(props: Props<Option>) => {
  const { label, options, chosen, onPaper, onChoose, children } = props;
  return (
    <View className="chips" {...role('radiogroup')} aria-label={label} {...problemOf(props)} onKeyDown={onArrowKey}>
      {options.map((option, place) => (
        <Chip
          key={option}
          on={option === chosen}
          onPaper={onPaper}
          tabStop={chosen === null ? place === 0 : option === chosen}
          onPress={() => onChoose(option)}
        >
          {children(option)}
        </Chip>
      ))}
    </View>
  );
};
