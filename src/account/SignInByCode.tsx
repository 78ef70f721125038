import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { policy } from '../../config/policy';
import { noNetwork, say } from '@/lib/say';
import { Button } from '@/ui/Button';
import { Code } from '@/ui/Code';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { Icon } from '@/ui/Icon';
import type { IconName } from '@/ui/icons';
import { Ring } from '@/ui/Ring';
import { role } from '@/ui/role';
import { useSignInCode } from './useSignInCode';
import './account.scss';

interface InsteadProps {
  icon: IconName;
  title: string;
  children: ReactNode;
}

/** What stands where the code was. */
const Instead = ({ icon, title, children }: InsteadProps) => (
  <View className="col center tc g8 sign-in-instead" {...role('status')}>
    <View className="disc">
      <Icon name={icon} />
    </View>
    <Heading className="t18 b">{title}</Heading>
    {children}
  </View>
);

/** A browser's way in: a code that the phone reads, for as long as it lasts. */
export const SignInByCode = () => {
  const { text, secondsLeft, seen, isIn, expired, refused, failed, cutOff, another } = useSignInCode();
  if (failed) return <Failed error={failed} onRetry={another} />;
  if (expired || refused) {
    const { title, why } = refused ? say.SIGN_IN_REFUSED({ rule: null }) : say.SIGN_IN_EXPIRED({ rule: null });
    return (
      <View className="card">
        <Instead icon={refused ? 'alert' : 'clock'} title={title}>
          <View className="ink2">{why}</View>
          <View className="mt8" />
          <Button id="another-code" icon="repeat" onPress={another}>
            换一个
          </Button>
        </Instead>
      </View>
    );
  }
  if (seen || isIn) {
    return (
      <View className="card">
        <Instead icon={isIn ? 'check' : 'mobile'} title={isIn ? '进来了' : '已扫码，请在手机上确认'}>
          <View className="ink2">{isIn ? '正在打开你的首页。' : `还有 ${secondsLeft} 秒。`}</View>
        </Instead>
      </View>
    );
  }
  return (
    <View className="card col center">
      <Heading className="t22 b">用微信扫码登录</Heading>
      <View className="ink2 tc mt4">打开微信扫一扫，或者在“到青年中去”里点扫一扫。</View>
      <View className="mt16" />
      {text && secondsLeft > 0 ? (
        <Ring square size={264} line={6} done={secondsLeft / policy.signIn.seconds}>
          <Code text={text} label="登录用的码，请用微信扫" />
        </Ring>
      ) : (
        <View className="skeleton live-code after-a-while" />
      )}
      <View className="t14 ink2 mt12">
        {cutOff ? `${noNetwork.title}，连上后接着等。` : `只用一次，${secondsLeft} 秒内有效`}
      </View>
    </View>
  );
};
