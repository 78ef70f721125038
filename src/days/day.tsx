import { useRouter } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { client } from '@/lib/client';
import { dayWithWeekday } from '@/lib/day';
import { meQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { SkeletonCard } from '@/ui/Skeleton';
import { DayCard } from './DayCard';

/** C18 One day, with all of its check-ins. */
const DayPage = () => {
  const { day = '' } = useRouter().params;
  const { data: me } = useQuery(meQuery);
  const { data, error, refetch } = useQuery({
    queryKey: ['grassrootsDay.days', day],
    queryFn: () => client.grassrootsDay.days({ from: day, until: day }),
  });
  return (
    <Page title={day ? dayWithWeekday(day) : '这一天'}>
      {data?.items.map((checkIn) => (
        <DayCard key={checkIn.checkInId} checkIn={checkIn} today={me?.today ?? ''} />
      ))}
      {data?.items.length === 0 && (
        <Empty icon="site" title="这一天没有报到" why="到了地点，扫一扫那里的现场码就算一天。">
          <Button kind="line" size="small" onPress={() => goTo(routes.days())}>
            看报到记录
          </Button>
        </Empty>
      )}
      {!data && !error && <SkeletonCard />}
      {!data && error && <Failed error={error} onRetry={() => void refetch()} />}
    </Page>
  );
};

export default DayPage;
