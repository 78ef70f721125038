import { View } from '@tarojs/components';
import { SignInByCode } from '@/account/SignInByCode';
import { useItems } from '@/lib/outbox';
import { isOnItsWay } from '@/lib/outbox/item';
import { routes, startAt } from '@/lib/routes';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { Mark } from '@/ui/Mark';
import { Page } from '@/ui/Page';

/** A browser without a session, or no longer with one: the way in is through WeChat, on the phone. */
export const SignInHere = () => {
  const unsent = useItems().filter(isOnItsWay).length;
  return (
    <Page title="到青年中去" first>
      <SignInByCode />
      <View className="t14 ink2 tc">在手机上的话，不用扫：在微信里搜“到青年中去”，打开就能用。</View>
      {unsent > 0 && <View className="t14 ink2 tc">还有 {unsent} 笔没有送出，重新登录后自动送出。</View>}
    </Page>
  );
};

/** A phone's own camera has read the code of a screen: a browser cannot say who somebody is. */
export const OpenInWeChat = () => (
  <Page title="到青年中去" kind="paper" first>
    <Mark />
    <Heading className="t22 b">请用微信打开</Heading>
    <View className="ink2">这是登录用的码。打开微信扫一扫，对着电脑上的码再扫一次。</View>
    <View className="ink2">浏览器里没有登录，什么也没有记下。</View>
  </Page>
);

const leftWords = {
  signedOut: { title: '已退出', text: '这里不再留着你的登录。联系和记录都还在。', again: '再次进入' },
  closed: { title: '已注销', text: '谁的列表里都不再有你。哪天想回来，可以重新登记。', again: '回到首页' },
};

/** After one has left: for now, or for good. */
export const Left = ({ how }: { how: keyof typeof leftWords }) => (
  <Page title="到青年中去" kind="paper" first>
    <Mark />
    <Heading className="t22 b">{leftWords[how].title}</Heading>
    <View className="ink2">{leftWords[how].text}</View>
    <View className="foot paper">
      <Button kind="second" onPress={() => void startAt(routes.home())}>
        {leftWords[how].again}
      </Button>
    </View>
  </Page>
);
