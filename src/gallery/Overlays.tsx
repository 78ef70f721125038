import { View } from '@tarojs/components';
import { Button } from '@/ui/Button';
import { Sheet } from '@/ui/Sheet';
import { TabBar } from '@/ui/TabBar';
import { Toast } from '@/ui/Toast';
import { Section } from './Section';

const nothing = () => undefined;

const tabs = [
  { name: 'today', icon: 'today', word: '今天' },
  { name: 'youths', icon: 'people', word: '青年' },
  { name: 'me', icon: 'me', word: '我' },
] as const;

/** What lies over a page, each over a small page of its own. */
export const Overlays = () => (
  <>
    <Section title="提示与标签栏">
      <View className="gallery-screen">
        <Toast text="已撤销，对方的列表里没有你" act="不再被添加" onAct={nothing} />
        <TabBar tabs={tabs} current="today" onChange={nothing} />
      </View>
    </Section>
    <Section title="面板">
      <View className="gallery-screen tall">
        <Sheet label="离开" onClose={nothing}>
          <View className="t22 b wrap-any">离开何志远</View>
          <View className="ink2 mt4">当场生效，不需要理由。对方的列表里不再有你，也不会通知对方。</View>
          <View className="col g8 mt16">
            <Button kind="second" onPress={nothing}>
              离开
            </Button>
            <Button kind="quiet" onPress={nothing}>
              先不离开
            </Button>
          </View>
        </Sheet>
      </View>
    </Section>
  </>
);
