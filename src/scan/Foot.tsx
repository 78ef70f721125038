import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/ui/Button';

interface Props {
  /** To the next code; undefined where there is no next one. */
  onAgain?: () => void;
  onClose: () => void;
  /** The way to take it back. */
  undo?: ReactNode;
}

/** After a scan: the next one, or enough for now. */
export const Foot = ({ onAgain, onClose, undo }: Props) => (
  <>
    <View className="mt24" />
    {onAgain ? (
      <Button size="large" icon="scan" onPress={onAgain}>
        继续扫
      </Button>
    ) : (
      <Button size="large" onPress={onClose}>
        好
      </Button>
    )}
    <View className="flex scan-foot">
      {undo}
      {onAgain && (
        <View className="grow">
          <Button kind="quiet" onPress={onClose}>
            先到这里
          </Button>
        </View>
      )}
    </View>
  </>
);
