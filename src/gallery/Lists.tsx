import { View } from '@tarojs/components';
import { Avatar, FieldAndUnit, FieldWord } from '@/ui/Person';
import { Icon } from '@/ui/Icon';
import { Press } from '@/ui/Press';
import { Row } from '@/ui/Row';
import { SkeletonCard, SkeletonRows } from '@/ui/Skeleton';
import { Section } from './Section';

const nothing = () => undefined;

const People = () => (
  <View className="card flush rows by-ava">
    <Press className="row" as="link" onPress={nothing}>
      <Avatar name="周雨桐" field="community" />
      <View className="grow">
        <View className="flex g8">
          <View className="b">周雨桐</View>
          <View className="badge wait">
            <Icon name="cloudUp" size={14} />
            待同步
          </View>
        </View>
        <FieldAndUnit field="community" unit="桂城街道" />
      </View>
      <View className="t14 ink3 nw">3 天前</View>
      <View className="go">
        <Icon name="right" size={20} />
      </View>
    </Press>
    <View className="row pressed">
      <Avatar name="卢子皓" field="school" />
      <View className="grow">
        <View className="b cut">名字很长很长的一位青年按下的时候</View>
        <FieldAndUnit field="school" unit="佛山科学技术学院经济管理学院" />
      </View>
    </View>
  </View>
);

export const Lists = () => (
  <>
    <Section title="行">
      <View className="card flush rows by-icon">
        <Row icon="shield" bright title="我的记录与权利" detail="谁联系你，谁看过你，随时可以离开" onPress={nothing} />
        <Row icon="doc" title="告知" detail="谁会看到、记什么、留多久" aside="第 2 版" onPress={nothing} />
        <Row icon="leave" title="退出登录" acts onPress={nothing} />
        <Row icon="eye" title="还没有人看过" />
      </View>
      <View className="card flush">
        <Row fact title="姓名" aside="林晓彤" />
        <Row fact title="领域" aside={<FieldWord field="enterprise" />} />
        <Row fact title="单位" aside="佛山市南海区桂城街道青年志愿服务联合会第一分会" />
      </View>
      <People />
    </Section>
    <Section title="加载">
      <SkeletonCard />
      <SkeletonRows rows={2} />
    </Section>
  </>
);
