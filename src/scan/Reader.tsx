import { View } from '@tarojs/components';
import { Button } from '@/ui/Button';
import { startScan } from './startScan';
import { TypedCode } from './TypedCode';

export interface ReaderProps {
  onText: (text: string) => void;
  /** Something has been read and is being decided. */
  paused: boolean;
}

/** In the mini-program WeChat's scanner does the reading, from the camera or the album. */
export const Reader = ({ onText }: ReaderProps) => (
  <>
    <View className="card">
      <View className="t18 b">扫青年的“我的码”，或团干部的名片码</View>
      <View className="t14 ink2 mt4">相机没有打开，也可以在扫一扫里从相册选一张。</View>
    </View>
    <TypedCode onText={onText} />
    <View className="foot">
      <Button
        id="scan"
        size="large"
        icon="scan"
        onPress={() =>
          void startScan().then((text) => {
            if (text) onText(text);
          })
        }
      >
        扫一扫
      </Button>
    </View>
  </>
);
