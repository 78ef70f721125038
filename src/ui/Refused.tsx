import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { type say, sayError } from '@/lib/say';
import { Icon } from './Icon';
import { role } from './role';

interface Props {
  error: unknown;
  /** What is said instead of the usual, where the situation is another. */
  words?: Partial<typeof say>;
  /** Whom it is about, where a name is known. */
  who?: string;
  /** What can be done now. */
  children?: ReactNode;
}

/** A refusal in three parts: what, why, what now. */
export const Refused = ({ error, words, who, children }: Props) => {
  const { title, why, now } = sayError(error, words);
  return (
    <View {...role('alert')}>
      <View className="warn">
        <Icon name="alert" />
      </View>
      <View className="t18 b mt8">{title}</View>
      <View className="ink2 mt8 wrap-any">{who ? `${who}${why}` : why}</View>
      <View className="mt8">{now}</View>
      {children}
    </View>
  );
};
