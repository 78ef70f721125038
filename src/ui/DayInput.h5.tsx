import { View } from '@tarojs/components';
import type { DayInputProps } from './dayInputs';
import { problemOf } from './Labelled';

/** In a browser its own field for a day: for a finger, a keyboard and a screen reader alike. */
export const DayInput = ({ id, name, value, first, last, problem, onChange }: DayInputProps) => (
  <View className="input in">
    <input
      id={id}
      className="input-text"
      type="date"
      aria-label={name}
      {...problemOf({ id, problem })}
      value={value}
      min={first}
      max={last}
      onChange={({ target }) => onChange(target.value)}
    />
  </View>
);
