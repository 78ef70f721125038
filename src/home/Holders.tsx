import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { holdersQuery } from '@/lib/queries';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { SkeletonRows } from '@/ui/Skeleton';
import { HolderRows } from './HolderRows';
import { Unsent } from './Unsent';

/** A youth's second tab: the cadres who hold me, and room for more. */
export const Holders = ({ today, onScan }: { today: string; onScan: () => void }) => {
  const holders = useQuery(holdersQuery);
  useDidShow(() => void holders.refetch());
  const content = () => {
    if (!holders.data) {
      return holders.isError ? (
        <Failed error={holders.error} onRetry={() => void holders.refetch()} />
      ) : (
        <SkeletonRows rows={2} />
      );
    }
    const { items, cap } = holders.data;
    if (items.length === 0) {
      return (
        <Empty icon="people" title="还没有团干部联系你" why="请团干部扫“我的码”，或者你扫对方的名片码。">
          <Button id="scan" size="small" icon="scan" onPress={onScan}>
            扫一扫
          </Button>
        </Empty>
      );
    }
    return (
      <>
        <HolderRows items={items} today={today} />
        <View className="t14 ink2">
          {items.length < cap
            ? `最多 ${cap} 名团干部联系你，还可以再有 ${cap - items.length} 名。`
            : `最多 ${cap} 名团干部联系你，现在满了。离开一位，就空出一个位置。`}
        </View>
        {items.length < cap && (
          <View className="foot over-tabs">
            <Button id="scan" kind="second" size="large" icon="scan" onPress={onScan}>
              扫团干部的名片码
            </Button>
          </View>
        )}
      </>
    );
  };
  return (
    <Page title="联系我" kind="over-scan" first>
      <Unsent />
      {content()}
    </Page>
  );
};
