import { Picker, View } from '@tarojs/components';
import { wholeDay } from '@/lib/day';
import type { DayInputProps } from './dayInputs';
import { given } from './given';
import { Icon } from './Icon';
import { role } from './role';

/** In the mini-program WeChat's picker asks for the day. */
export const DayInput = ({ id, name, value, first, last, onChange }: DayInputProps) => (
  <Picker
    mode="date"
    value={value}
    {...given({ start: first, end: last })}
    onChange={({ detail }) => onChange(detail.value)}
  >
    <View id={id} className="input in" {...role('button')} aria-label={`${name}${value ? wholeDay(value) : ''}`}>
      <View className="grow day-chosen">{value ? wholeDay(value) : '选一天'}</View>
      <Icon name="down" size={20} />
    </View>
  </Picker>
);
