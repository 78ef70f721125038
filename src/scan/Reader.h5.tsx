import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/ui/Button';
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
  const chooser = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState(true);
  const read = async (file: File) => {
    const text = await createImageBitmap(file).then(decode, () => null);
    setFound(text !== null);
    if (text) onText(text);
  };
  return (
    <View className="card">
      <input
        ref={chooser}
        className="spoken"
        type="file"
        accept="image/*"
        data-testid="scan-file"
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ target }) => {
          const [file] = Array.from(target.files ?? []);
          target.value = '';
          if (file) void read(file);
        }}
      />
      <Button kind="line" onPress={() => chooser.current?.click()}>
        从相册选一张
      </Button>
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
