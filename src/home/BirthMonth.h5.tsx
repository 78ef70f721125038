import { useState } from 'react';
import { View } from '@tarojs/components';
import { Icon } from '@/ui/Icon';
import { problemOf } from '@/ui/Labelled';
import { type BirthMonthProps, years } from './birthMonths';

interface PartProps {
  id: string;
  name: string;
  unit: string;
  options: string[];
  value: string;
  problem?: string | null;
  onChange: (value: string) => void;
}

const Part = ({ id, name, unit, options, value, problem, onChange }: PartProps) => (
  <View className="input in grow">
    <select
      id={id}
      className={value ? 'input-text' : 'input-text input-hint'}
      aria-label={name}
      {...problemOf({ id: 'born', problem })}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{unit}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {Number(option)}
          {unit}
        </option>
      ))}
    </select>
    <Icon name="down" size={20} />
  </View>
);

const allYears = Array.from({ length: years.last - years.first + 1 }, (_, place) => String(years.last - place));
const allMonths = Array.from({ length: 12 }, (_, place) => String(place + 1).padStart(2, '0'));

/** In a browser two lists, for a finger, a keyboard and a screen reader alike. */
export const BirthMonth = ({ value, problem, onChange }: BirthMonthProps) => {
  const [[year, month], setParts] = useState(() => [value.slice(0, 4), value.slice(5)] as const);
  const choose = (newYear: string, newMonth: string) => {
    setParts([newYear, newMonth]);
    onChange(newYear && newMonth ? `${newYear}-${newMonth}` : '');
  };
  // What is missing is wrong; when nothing is, both are.
  const problemWith = (part: string) => (part && !value ? null : problem);
  return (
    <View className="flex g8">
      <Part
        id="born-year"
        name="出生年"
        unit="年"
        options={allYears}
        value={year}
        problem={problemWith(year)}
        onChange={(chosen) => choose(chosen, month)}
      />
      <Part
        id="born-month"
        name="出生月"
        unit="月"
        options={allMonths}
        value={month}
        problem={problemWith(month)}
        onChange={(chosen) => choose(year, chosen)}
      />
    </View>
  );
};
