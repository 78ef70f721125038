import { View } from '@tarojs/components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { aboutMeQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { useMoreAtBottom } from '@/lib/useMoreAtBottom';
import { Empty } from '@/ui/Empty';
import { Failed } from '@/ui/Failed';
import { More } from '@/ui/More';
import { Page } from '@/ui/Page';
import { Press } from '@/ui/Press';
import { SkeletonRows } from '@/ui/Skeleton';
import { AboutCard } from './AboutCard';
import './logs.scss';

/** D9.4 Everything that was noted about me, by whom, and what I say to it. */
const AboutMePage = () => {
  const logs = useInfiniteQuery(aboutMeQuery);
  const all = logs.data?.pages.flatMap(({ items }) => items) ?? [];
  useMoreAtBottom(logs);
  return (
    <Page title="关于我的记录">
      {all.length > 0 && (
        <>
          <View className="t14 ink2">联系你的团干部记下的。是你就确认，不是你就说一声。</View>
          <View className="card flush" id="about-me">
            {all.map((log) => (
              <AboutCard key={log.logId} log={log} />
            ))}
          </View>
        </>
      )}
      {logs.isSuccess && all.length === 0 && (
        <Empty icon="shield" title="还没有关于你的记录" why="团干部记下和你有关的事，你马上看得到，不对可以说。">
          <Press className="text-btn" as="link" onPress={() => goTo(routes.holder())}>
            看谁联系你
          </Press>
        </Empty>
      )}
      {logs.isPending && <SkeletonRows rows={3} />}
      <More of={logs} />
      {logs.isError && <Failed error={logs.error} onRetry={() => void logs.refetch()} />}
    </Page>
  );
};

export default AboutMePage;
