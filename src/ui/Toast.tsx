import { View } from '@tarojs/components';
import { Press } from './Press';
import { role } from './role';

interface Props {
  text: string;
  act?: string;
  actId?: string;
  onAct?: () => void;
}

/** What just happened, and the way back from it. */
export const Toast = ({ text, act, actId, onAct }: Props) => (
  <View className="toast" {...role('status')} aria-live="polite">
    <View className="grow">{text}</View>
    {act && onAct && (
      <Press id={actId} className="toast-act" onPress={onAct}>
        {act}
      </Press>
    )}
  </View>
);
