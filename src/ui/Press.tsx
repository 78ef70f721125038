import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { given } from './given';
import { role } from './role';

interface Props {
  className: string;
  onPress: () => void;
  id?: string;
  label?: string;
  as?: 'button' | 'link' | 'tab' | 'radio' | 'checkbox';
  /** Of a tab or a choice: whether it is the one. */
  selected?: boolean;
  /** Of several that the arrow keys go through, Tab stops at one. */
  tabStop?: boolean;
  /** Takes no press for now. */
  disabled?: boolean;
  children?: ReactNode;
}

const stateOf = ({ as, selected, disabled }: Props) =>
  given({
    'aria-selected': as === 'tab' ? selected : undefined,
    'aria-checked': as === 'radio' || as === 'checkbox' ? selected : undefined,
    'aria-disabled': disabled || undefined,
  });

/** Whatever can be pressed: announced as what it is, reached by the keyboard in a browser. */
export const Press = (props: Props) => {
  const { className, onPress, id, label, as = 'button', tabStop = true, disabled = false, children } = props;
  const press = () => {
    if (!disabled) onPress();
  };
  return (
    <View
      {...given({ id, 'aria-label': label })}
      {...stateOf(props)}
      className={className}
      hoverClass="pressed"
      {...role(as)}
      tabIndex={tabStop ? 0 : -1}
      onClick={press}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        // Space would scroll the page; a key held down presses once.
        event.preventDefault();
        if (!event.repeat) press();
      }}
    >
      {children}
    </View>
  );
};
