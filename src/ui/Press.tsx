import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { given } from './given';
import { role } from './role';

interface Props {
  className: string;
  onPress: () => void;
  id?: string;
  label?: string;
  as?: 'button' | 'link' | 'tab' | 'radio';
  /** Of a tab or a choice: whether it is the one. */
  selected?: boolean;
  children?: ReactNode;
}

const stateOf = (as: Props['as'], selected: boolean | undefined) => {
  if (selected === undefined) return {};
  return as === 'tab' ? { 'aria-selected': selected } : { 'aria-checked': selected };
};

/** Whatever can be pressed: announced as what it is, reached by the keyboard in a browser. */
export const Press = ({ className, onPress, id, label, as = 'button', selected, children }: Props) => (
  <View
    {...given({ id, 'aria-label': label })}
    {...stateOf(as, selected)}
    className={className}
    hoverClass="pressed"
    {...role(as)}
    tabIndex={0}
    onClick={onPress}
    onKeyDown={({ key }) => {
      if (key === 'Enter' || key === ' ') onPress();
    }}
  >
    {children}
  </View>
);
