import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Press } from './Press';
import { role } from './role';
import { useDragDown } from './useDragDown';
import { useSheetKeys } from './useSheetKeys';

interface Props {
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/** Rises from below. Closed by a tap on its handle or beside it, or by drawing the handle down. */
export const Sheet = ({ label, onClose, children }: Props) => {
  const sheet = useSheetKeys(label, onClose);
  const { down, handlers } = useDragDown(onClose);
  return (
    <>
      <View className="scrim" catchMove onClick={onClose} />
      <View
        ref={sheet}
        className="sheet"
        style={{ transform: down > 0 ? `translateY(${down}px)` : 'none' }}
        {...role('dialog')}
        aria-label={label}
        aria-modal="true"
        tabIndex={-1}
      >
        <View className="sheet-handle" {...handlers}>
          <Press id="close-sheet" className="grab" label="收起" onPress={onClose} />
        </View>
        {children}
      </View>
    </>
  );
};
