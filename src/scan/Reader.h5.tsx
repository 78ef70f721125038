import { useState } from 'react';
import { View } from '@tarojs/components';
import { ChooseFile } from '@/ui/ChooseFile';
import { Camera } from './Camera.h5';
import { decode } from './decode.h5';
import { TypedCode } from './TypedCode';
import { role } from '@/ui/role';

interface Props {
  onText: (text: string) => void;
  paused: boolean;
}

/** A picture of a code, from the album. */
const Picture = ({ onText }: Pick<Props, 'onText'>) => {
  const [found, setFound] = useState(true);
  const read = async (file: File) => {
    const text = await createImageBitmap(file).then(decode, () => null);
    setFound(text !== null);
    if (text) onText(text);
  };
  return (
    <View className="card">
      <ChooseFile
        id="scan-file"
        accept="image/*"
        kind="line"
        word="从相册选一张"
        onChoose={(file) => void read(file)}
      />
      {!found && (
        <View className="t14 warn mt8" {...role('status')}>
          这张图里没有找到码。换一张清楚些、码完整的。
        </View>
      )}
    </View>
  );
};

/** In a browser: the camera, a picture, or the text of the code. */
export const Reader = ({ onText, paused }: Props) => (
  <>
    <Camera onText={onText} paused={paused} />
    <Picture onText={onText} />
    <TypedCode onText={onText} />
  </>
);
