import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { RemindMe } from '@/home/RemindMe';
import { goTo, routes } from '@/lib/routes';
import { firstWaitingDaysQuery } from '@/lib/siteQueries';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { Row } from '@/ui/Row';
import { SkeletonRows } from '@/ui/Skeleton';
import { WaitingList } from './WaitingList';

/** How many stand among the other things to do; where there are more, they have a page of their own. */
const shown = 5;

/** D4.2, D8.2 Days at the grass roots that wait for an administrator's word. */
export const WaitingTodo = ({ orgId }: { orgId: number }) => {
  const { data, isPending, error, refetch } = useQuery(firstWaitingDaysQuery(orgId));
  useDidShow(() => void refetch());
  if (isPending) return <SkeletonRows rows={2} />;
  if (!data) return <Failed error={error} onRetry={() => void refetch()} />;
  const { items: days, next } = data;
  if (days.length === 0) return null;
  return (
    <View>
      <Heading className="sec b">到基层的日子，等确认</Heading>
      <WaitingList days={days.slice(0, shown)} />
      {days.length > shown && (
        <View className="card flush mt12">
          <Row
            id="all-waiting-days"
            icon="clock"
            title={next ? `一共 ${days.length} 天以上，都看看` : `一共 ${days.length} 天，都看看`}
            onPress={() => goTo(routes.waitingDays({ orgId }))}
          />
        </View>
      )}
      <RemindMe />
    </View>
  );
};
