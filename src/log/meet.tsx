import { View } from '@tarojs/components';
import { LiveCode } from '@/home/LiveCode';
import { usePageShown } from '@/lib/usePageShown';
import { Page } from '@/ui/Page';

/** D2.3 A cadre's live code: the youth who scans it on the spot proves that they met. */
const MeetPage = () => {
  const shown = usePageShown();
  return (
    <Page title="见面码">
      <LiveCode shown={shown} kind="cadre" />
      <View className="note soft">
        见面的时候，请对方用“扫一扫”扫它，也可以你扫对方的“我的码”。当天再记一笔，就算见过面。
      </View>
      <View className="t12 ink3 tc">还没有联系上的青年，扫了先和你建立联系。</View>
    </Page>
  );
};

export default MeetPage;
