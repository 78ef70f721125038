import type { ReactNode } from 'react';
import { Press } from './Press';

interface Props {
  on: boolean;
  /** Stands on paper, not on the ground. */
  onPaper?: boolean;
  tabStop?: boolean;
  onPress: () => void;
  children: ReactNode;
}

export const Chip = ({ on, onPaper = false, tabStop, onPress, children }: Props) => (
  <Press
    className={['chip', onPaper && 'in', on && 'on'].filter(Boolean).join(' ')}
    as="radio"
    selected={on}
    tabStop={tabStop}
    onPress={onPress}
  >
    {children}
  </Press>
);
