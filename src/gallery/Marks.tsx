import { View } from '@tarojs/components';
import { FIELDS } from '../../types/words';
import { Icon } from '@/ui/Icon';
import type { IconName } from '@/ui/icons';
import { Avatar, FieldAndUnit, FieldWord, HolderDots } from '@/ui/Person';
import { Section } from './Section';

interface State {
  kind?: 'wait' | 'good' | 'warn' | 'bad';
  icon?: IconName;
  word: string;
}

const states: State[] = [
  { kind: 'wait', icon: 'cloudUp', word: '待同步' },
  { kind: 'good', icon: 'check', word: '已同步' },
  { kind: 'bad', icon: 'close', word: '没有成功' },
  { kind: 'warn', icon: 'clock', word: '今天到期' },
  { kind: 'warn', word: '未成年' },
  { icon: 'clock', word: '还差 16' },
  { word: '不计入' },
  { word: '班子成员' },
];

const Badges = () => (
  <View className="flex g8 gallery-wrap">
    {states.map(({ kind = '', icon, word }) => (
      <View key={word} className={`badge ${kind}`}>
        {icon && <Icon name={icon} size={14} />}
        {word}
      </View>
    ))}
  </View>
);

const Notes = () => (
  <>
    <View className="note warn flex g8">
      <Icon name="noNetwork" size={20} />
      没有网络，2 笔等着送出
    </View>
    <View className="card col g12">
      <View className="note">满 36 岁，联系照常，只是不算在名额里。</View>
      <View className="note soft flex top g12">
        <View className="brand">
          <Icon name="eye" size={20} />
        </View>
        <View>
          <View className="b">会看到你的姓名、年龄、领域和单位</View>
          <View className="ink2">你随时可以离开，当场生效。</View>
        </View>
      </View>
      <View className="note warn flex top g12">
        <Icon name="clock" size={20} />
        <View>
          <View className="b">可以联系，满 36 岁不计入</View>
          <View>联系照常，只是不算在 100 位里。</View>
        </View>
      </View>
    </View>
  </>
);

const People = () => (
  <View className="card col g16">
    <View className="flex g12">
      <Avatar name="林晓彤" field="enterprise" large />
      <View className="grow">
        <View className="t22 b wrap-any">阿卜杜拉·买买提江·艾力</View>
        <FieldAndUnit field="socialOrg" unit="佛山市南海区桂城街道青年志愿服务联合会" />
      </View>
    </View>
    <View className="flex g8 gallery-wrap">
      <Avatar name="何志远" />
      {FIELDS.map((field) => (
        <Avatar key={field} name="陈嘉怡" field={field} />
      ))}
    </View>
    <View className="two-columns t14">
      {FIELDS.map((field) => (
        <FieldWord key={field} field={field} />
      ))}
    </View>
    <View className="flex g16">
      {[0, 1, 2, 3].map((holders) => (
        <HolderDots key={holders} holders={holders} cap={3} />
      ))}
    </View>
  </View>
);

export const Marks = () => (
  <>
    <Section title="状态标">
      <Badges />
      <View className="card">
        <Badges />
      </View>
    </Section>
    <Section title="提醒">
      <Notes />
    </Section>
    <Section title="人与领域">
      <People />
    </Section>
  </>
);
