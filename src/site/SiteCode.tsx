import { View } from '@tarojs/components';
import { NoCode } from '@/home/NoCode';
import { Unreachable } from '@/lib/call';
import type { ShownCode } from '@/lib/liveCode';
import { noNetwork } from '@/lib/say';
import { Code } from '@/ui/Code';
import { Drawing } from '@/ui/Drawing';
import { Heading } from '@/ui/Heading';
import { Icon } from '@/ui/Icon';
import { roundedSquareSvg } from '@/ui/ringSvg';

const shape = { size: 320, line: 6 };

interface Props {
  /** Undefined while it is on its way. */
  code: ShownCode | undefined;
  stepSeconds: number;
  error: Error | null;
  bright: boolean;
  onRetry: () => void;
}

/** How long it goes on without a network. */
const lastsWords = (seconds: number): string =>
  seconds < 60 ? '断网的话，用完就没有了' : `断网也能用 ${Math.floor(seconds / 60)} 分钟`;

/** The code in its ring, which runs out; both as large as the screen is wide. */
export const SiteCode = ({ code, stepSeconds, error, bright, onRetry }: Props) => {
  if (!code)
    return (
      <View className="site-code">
        <View className="skeleton site-ring after-a-while" />
      </View>
    );
  if (!code.text)
    return (
      <View className="site-code">
        <NoCode
          title="码用完了"
          now={`${error instanceof Unreachable ? noNetwork.title : '正在取新的'}，连上网就有新的。`}
          onRetry={onRetry}
        />
      </View>
    );
  return (
    <View className="site-code">
      <View className="ring site-ring">
        <Drawing className="ring-whole" svg={roundedSquareSvg(shape, 1)} />
        <Drawing className="ring-done" svg={roundedSquareSvg(shape, code.share)} />
        <View className="ring-middle">
          <Code text={code.text} label="现场码，请到这里的团干部扫" />
        </View>
      </View>
      <Heading className="t18 b mt16">请来到这里的团干部扫码</Heading>
      <View className="t14 ink2 mt4">
        {code.secondsLeft} 秒后换新，{lastsWords(code.stepsAhead * stepSeconds + code.secondsLeft)}
      </View>
      {bright && (
        <View className="flex g4 t12 ink3 mt8">
          <Icon name="sun" size={16} />
          屏幕已调亮，不会熄屏
        </View>
      )}
    </View>
  );
};
