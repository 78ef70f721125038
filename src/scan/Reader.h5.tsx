import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { ChooseFile } from '@/ui/ChooseFile';
import { Camera } from './Camera.h5';
import { decode, loadDecoder } from './decode.h5';
import { TypedCode } from './TypedCode';
import { role } from '@/ui/role';

interface Props {
  onText: (text: string) => void;
  paused: boolean;
}

/** A picture of a code, from the album. */
const Picture = ({ onText }: Pick<Props, 'onText'>) => {
  const [problem, setProblem] = useState<string | null>(null);
  const read = async (file: File) => {
    const picture = await createImageBitmap(file).catch(() => null);
    try {
      const text = picture && (await decode(picture));
      setProblem(text ? null : '这张图里没有找到码。换一张清楚些、码完整的。');
      if (text) onText(text);
    } catch {
      setProblem('没有连上，图里的码还看不了。连上再选，或输入码的内容。');
    }
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
      {problem && (
        <View className="t14 warn mt8" {...role('status')}>
          {problem}
        </View>
      )}
    </View>
  );
};

/** In a browser: the camera, a picture, or the text of the code. */
export const Reader = ({ onText, paused }: Props) => {
  // Whoever reads without it says so, and asks for it again.
  useEffect(() => void loadDecoder().catch(() => undefined), []);
  return (
    <>
      <Camera onText={onText} paused={paused} />
      <Picture onText={onText} />
      <TypedCode onText={onText} />
    </>
  );
};
