import { View } from '@tarojs/components';
import { routes, startAt } from '@/lib/routes';
import { Button } from '@/ui/Button';
import { Mark } from '@/ui/Mark';
import { Page } from '@/ui/Page';

/** A browser without a session: the way in is through WeChat. */
export const OpenInWeChat = () => (
  <Page title="到青年中去" kind="paper" first>
    <Mark />
    <View className="t22 b">请用微信打开</View>
    <View className="ink2">在微信里搜索小程序“到青年中去”，打开就认得你，不用另设密码。</View>
    <View className="ink2">在浏览器里还没有登录，这里什么也看不到，也什么都没有记下。</View>
  </Page>
);

export const SignedOut = () => (
  <Page title="到青年中去" kind="paper" first>
    <Mark />
    <View className="t22 b">已退出</View>
    <View className="ink2">这台手机上不再留着你的登录。你的联系和记录都还在。</View>
    <View className="mt8" />
    <Button kind="second" onPress={() => startAt(routes.home())}>
      再次进入
    </Button>
  </Page>
);
