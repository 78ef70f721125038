import { View } from '@tarojs/components';
import { policy } from '../../config/policy';
import type { Look } from '../../types/privacy';
import { dayOf, monthAndDay } from '@/lib/day';
import { lookWords } from '@/lib/words';
import { Heading } from '@/ui/Heading';
import { Row } from '@/ui/Row';

/** D9.8 Who looked, in which capacity, when, and where a reason was asked for, why. */
export const LookRows = ({ looks }: { looks: Look[] }) => (
  <View>
    <View className="sec">
      <Heading className="b">谁看过你的详情</Heading>近 {policy.looksDays} 天
    </View>
    <View className="card flush rows by-icon">
      {looks.length === 0 && <Row icon="eye" title="还没有人看过" />}
      {looks.map(({ at, who, capacity, look, reason, times }) => (
        <Row
          key={`${at} ${who ?? ''} ${look} ${reason ?? ''}`}
          icon="eye"
          title={`${who ?? '已注销的人'}${lookWords[look]}${times > 1 ? ` ${times} 次` : ''}`}
          detail={reason ? `${capacity}，因为：${reason}` : capacity}
          aside={monthAndDay(dayOf(at))}
        />
      ))}
    </View>
  </View>
);
