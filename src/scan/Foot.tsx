import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/ui/Button';

interface Props {
  /** To the next code; undefined where there is no next one. */
  onAgain?: () => void;
  onClose: () => void;
  /** The way to take it back. */
  undo?: ReactNode;
  /** What comes next for who has done this; the next code stands behind it. */
  first?: ReactNode;
}

/** After a scan: what comes next, the next code, or enough for now. */
export const Foot = ({ onAgain, onClose, undo, first }: Props) => (
  <>
    <View className="mt24" />
    {first}
    {!first && onAgain && (
      <Button size="large" icon="scan" onPress={onAgain}>
        继续扫
      </Button>
    )}
    {!first && !onAgain && (
      <Button size="large" onPress={onClose}>
        好
      </Button>
    )}
    <View className="flex scan-foot">
      {undo}
      {first && onAgain && (
        <View className="grow">
          <Button kind="quiet" icon="scan" onPress={onAgain}>
            继续扫
          </Button>
        </View>
      )}
      {(first ?? onAgain) && (
        <View className="grow">
          <Button kind="quiet" onPress={onClose}>
            先到这里
          </Button>
        </View>
      )}
    </View>
  </>
);
