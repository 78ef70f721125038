import { View } from '@tarojs/components';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { client } from '@/lib/client';
import { meQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { useMoreAtBottom } from '@/lib/useMoreAtBottom';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Failed } from '@/ui/Failed';
import { More } from '@/ui/More';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { SkeletonRows } from '@/ui/Skeleton';
import { whichDay } from './dayWords';
import { StateBadge } from './StateBadge';

/** One's own check-ins, the latest first. */
const DaysPage = () => {
  const { data: me } = useQuery(meQuery);
  const days = useInfiniteQuery({
    queryKey: ['grassrootsDay.days'],
    queryFn: ({ pageParam }) => client.grassrootsDay.days(pageParam ? { cursor: pageParam } : {}),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const items = days.data?.pages.flatMap((page) => page.items) ?? [];
  useMoreAtBottom(days);
  return (
    <Page title="报到记录">
      {items.length > 0 && (
        <View className="card flush rows by-icon" id="days">
          {items.map(({ checkInId, site, day, state }) => (
            <Row
              key={checkInId}
              icon="site"
              title={site.name}
              detail={whichDay(day, me?.today ?? day)}
              aside={<StateBadge state={state} />}
              onPress={() => goTo(routes.day(day))}
            />
          ))}
        </View>
      )}
      {days.isSuccess && items.length === 0 && (
        <Empty icon="site" title="还没有报到过" why="到了地点，扫一扫那里的现场码就算一天。">
          <Button size="small" icon="scan" onPress={() => goTo(routes.scan())}>
            扫一扫
          </Button>
        </Empty>
      )}
      {days.isPending && <SkeletonRows rows={5} />}
      <More of={days} />
      {days.isError && <Failed error={days.error} onRetry={() => void days.refetch()} />}
    </Page>
  );
};

export default DaysPage;
