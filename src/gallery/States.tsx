import { View } from '@tarojs/components';
import { ORPCError } from '@orpc/client';
import { Unreachable } from '@/lib/call';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Failed } from '@/ui/Failed';
import { Press } from '@/ui/Press';
import { Refused } from '@/ui/Refused';
import { Section } from './Section';

const nothing = () => undefined;

export const States = () => (
  <>
    <Section title="空">
      <Empty icon="people" title="还没有联系的青年" why="请对方打开“我的码”，你扫一下就建立了联系。">
        <Button size="small" icon="scan" onPress={nothing}>
          扫一扫
        </Button>
      </Empty>
      <Empty icon="search" title="没有找到“李思莹”" why="名字里的字可能不同，试试拼音或首字母 lsy。">
        <Press className="text-btn" onPress={nothing}>
          清空，看全部 84 位
        </Press>
      </Empty>
    </Section>
    <Section title="失败">
      <Failed error={new Unreachable()} onRetry={nothing} />
      <Failed
        error={new ORPCError('INTERNAL_SERVER_ERROR', { data: { requestId: '0197b2c4-7d1a' } })}
        onRetry={nothing}
      />
    </Section>
    <Section title="拒绝">
      <View className="card">
        <Refused error={new ORPCError('YOUTH_FULL', { data: { scannedBy: 'cadre', holders: 3, cap: 3 } })} who="郑可欣">
          <View className="mt16" />
          <Button icon="scan" onPress={nothing}>
            扫下一位
          </Button>
          <Button kind="quiet" onPress={nothing}>
            先到这里
          </Button>
        </Refused>
      </View>
    </Section>
  </>
);
