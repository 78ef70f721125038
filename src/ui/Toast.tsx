import { useEffect } from 'react';
import { View } from '@tarojs/components';
import { sayAloud } from '@/lib/tell';
import { Press } from './Press';

interface Props {
  text: string;
  act?: string;
  actId?: string;
  onAct?: () => void;
}

/** What just happened, and the way back from it. */
export const Toast = ({ text, act, actId, onAct }: Props) => {
  useEffect(() => sayAloud(text), [text]);
  return (
    <View className="toast" {...(process.env.TARO_ENV === 'weapp' && { 'aria-live': 'polite' })}>
      <View className="grow">{text}</View>
      {act && onAct && (
        <Press id={actId} className="toast-act" onPress={onAct}>
          {act}
        </Press>
      )}
    </View>
  );
};
