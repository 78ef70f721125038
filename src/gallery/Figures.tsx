import { View } from '@tarojs/components';
import { FIELDS } from '../../types/words';
import { Code } from '@/ui/Code';
import { Ring } from '@/ui/Ring';
import { Section } from './Section';

const Rings = () => (
  <View className="card col g16">
    <View className="flex g16 gallery-wrap">
      {[0, 0.03, 0.84, 1].map((done) => (
        <Ring key={done} size={104} line={10} done={done}>
          <View className="t32 b">{Math.round(done * 100)}</View>
          <View className="t12 ink3">/ 100 位</View>
        </Ring>
      ))}
    </View>
    <View className="note soft flex g12">
      <Ring size={44} line={5} done={0.84} gain={0.92} />
      <View className="t18 b">第 85 位，企业 12 人</View>
    </View>
    <Ring size={24} line={3} done={0.6}>
      <View className="t12 b">3</View>
    </Ring>
  </View>
);

const Bars = () => (
  <View className="card col g16">
    {['0%', '31%', '100%'].map((width) => (
      <View key={width} className="bar">
        <View className="bar-done" style={{ width }} />
      </View>
    ))}
    <View className="stack">
      {FIELDS.map((field, place) => (
        <View key={field} className={`stack-part f-${field}`} style={{ flex: `${7 - place} 1 0` }} />
      ))}
    </View>
  </View>
);

export const Figures = () => (
  <>
    <Section title="环">
      <Rings />
    </Section>
    <Section title="条">
      <Bars />
    </Section>
    <Section title="码">
      <View className="card col center">
        <Ring square size={264} line={6} done={0.6}>
          <Code text="https://youth.example.org/s/abcdefghijklmnop" label="一个码" />
        </Ring>
      </View>
    </Section>
  </>
);
