import { View } from '@tarojs/components';
import { Icon } from '@/ui/Icon';
import { type IconName, strokes } from '@/ui/icons';
import { Mark } from '@/ui/Mark';
import { Section } from './Section';

const colours = [
  ...['ground', 'paper', 'line', 'line-strong', 'track', 'ink', 'ink-2', 'ink-3'],
  ...['brand', 'brand-soft', 'gain', 'spark', 'warn', 'warn-soft', 'bad', 'bad-soft'],
];

const Type = () => (
  <View className="card">
    <Mark />
    <View className="t32 b mt12">84</View>
    <View className="t22 b">已联系林晓彤</View>
    <View className="t18 b">还差 16 位</View>
    <View>第 85 位，企业 12 人</View>
    <View className="t14 ink2">请团干部扫这个码，17 秒后换新</View>
    <View className="t12 ink3">你看了这一页，对方在自己的记录里能看到。</View>
    <View className="flex g16 t14 mt8">
      <View className="brand b">下一步</View>
      <View className="warn">还没有</View>
    </View>
  </View>
);

export const Foundations = () => (
  <>
    <Section title="标记与文字">
      <Type />
    </Section>
    <Section title="颜色">
      <View className="card gallery-swatches">
        {colours.map((name) => (
          <View key={name} className="t12 ink2">
            <View className="gallery-swatch" style={{ background: `var(--${name})` }} />
            {name}
          </View>
        ))}
      </View>
    </Section>
    <Section title="图标">
      <View className="card gallery-icons">
        {Object.keys(strokes).map((name) => (
          <Icon key={name} name={name as IconName} />
        ))}
      </View>
    </Section>
  </>
);
