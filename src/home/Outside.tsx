import { View } from '@tarojs/components';
import { routes, startAt } from '@/lib/routes';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { Mark } from '@/ui/Mark';
import { Page } from '@/ui/Page';

/** A browser without a session: the way in is through WeChat. */
export const OpenInWeChat = () => (
  <Page title="到青年中去" kind="paper" first>
    <Mark />
    <Heading className="t22 b">请用微信打开</Heading>
    <View className="ink2">在微信里搜“到青年中去”，打开就能用。</View>
    <View className="ink2">浏览器里没有登录，什么也没有记下。</View>
  </Page>
);

export const SignedOut = () => (
  <Page title="到青年中去" kind="paper" first>
    <Mark />
    <Heading className="t22 b">已退出</Heading>
    <View className="ink2">这里不再留着你的登录。联系和记录都还在。</View>
    <View className="foot paper">
      <Button kind="second" onPress={() => startAt(routes.home())}>
        再次进入
      </Button>
    </View>
  </Page>
);
