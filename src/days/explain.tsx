import { View } from '@tarojs/components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { policy } from '../../config/policy';
import { Empty } from '@/ui/Empty';
import { Failed } from '@/ui/Failed';
import { More } from '@/ui/More';
import { Page } from '@/ui/Page';
import { SkeletonRows } from '@/ui/Skeleton';
import { PatternCard } from './PatternCard';
import { patternsQuery } from './patternQueries';

const { explainDays } = policy.grassrootsDay.patterns;

/** D4.2 What looks odd in one's check-ins, asked before anybody else sees it. */
const ExplainPage = () => {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(patternsQuery);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title="请说明">
      {items.length > 0 && (
        <View className="t14 ink2">
          只是问一问，算不算一天不看这个。先给你 {explainDays} 天；你说了，或者过了这些天，组织才看到。
        </View>
      )}
      {items.map((pattern) => (
        <PatternCard key={pattern.patternId} pattern={pattern} />
      ))}
      <More of={{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
      {data && items.length === 0 && <Empty icon="check" title="没有要说明的" why="报到里有少见的情况，会先来问你。" />}
      {!data && !error && <SkeletonRows rows={3} />}
      {!data && error && <Failed error={error} onRetry={() => void refetch()} />}
    </Page>
  );
};

export default ExplainPage;
