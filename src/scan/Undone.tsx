import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { role } from '@/ui/role';
import { Foot } from './Foot';

interface Props {
  onAgain?: () => void;
  onClose: () => void;
  /** What has not come about. */
  children: ReactNode;
}

export const Undone = ({ onAgain, onClose, children }: Props) => (
  <View className="col center tc">
    <View className="t22 b mt16" {...role('status')} aria-live="polite">
      已撤销
    </View>
    <View className="ink2 mt4">{children}</View>
    <Foot onAgain={onAgain} onClose={onClose} />
  </View>
);
