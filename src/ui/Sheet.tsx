import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Press } from './Press';
import { role } from './role';
import { useSheetKeys } from './useSheetKeys';

interface Props {
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/** Rises from below. Closed by a tap on its handle or beside it. */
export const Sheet = ({ label, onClose, children }: Props) => {
  useSheetKeys(label, onClose);
  return (
    <>
      <View className="scrim" catchMove onClick={onClose} />
      <View className="sheet" {...role('dialog')} aria-label={label} tabIndex={-1}>
        <Press className="grab" label="收起" onPress={onClose} />
        {children}
      </View>
    </>
  );
};
