import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Icon } from './Icon';

export interface Problem {
  id: string;
  /** What is wrong with what was filled in. */
  problem?: string | null;
}

const problemId = (id: string) => `${id}-problem`;

/** What a control says about its problem, to be found and read by a screen reader. */
export const problemOf = ({ id, problem }: Problem) =>
  problem ? { 'aria-invalid': 'true' as const, 'aria-describedby': problemId(id) } : {};

interface Props extends Problem {
  label: ReactNode;
  children: ReactNode;
}

/** Something to fill in: what it is, the control, and what is wrong with it, where it stands. */
export const Labelled = ({ id, label, problem, children }: Props) => (
  <View id={`${id}-part`}>
    <View className="label">{label}</View>
    {children}
    {problem && (
      <View id={problemId(id)} className="flex top g4 t14 warn mt8">
        <Icon name="alert" size={20} />
        <View className="grow">{problem}</View>
      </View>
    )}
  </View>
);
