import type { ReactNode } from 'react';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { Press } from './Press';

interface Props {
  /** Without a kind it is the one that matters; one a screen. */
  kind?: 'second' | 'line' | 'quiet';
  size?: 'large' | 'small';
  icon?: IconName;
  id?: string;
  /** What a screen reader calls it, where several have the same words. */
  label?: string;
  /** Work is under way: it says so and takes no other tap. */
  busy?: boolean;
  /** Takes no tap for a moment, without looking so. */
  disabled?: boolean;
  onPress: () => void;
  children: ReactNode;
}

export const Button = ({ kind, size, icon, id, label, busy = false, disabled = false, onPress, children }: Props) => (
  <Press
    id={id}
    className={['btn', kind, size, busy && 'off'].filter(Boolean).join(' ')}
    label={label}
    disabled={busy || disabled}
    onPress={onPress}
  >
    {icon && <Icon name={icon} size={size === 'large' ? 24 : 20} />}
    {busy ? '稍等' : children}
  </Press>
);
