import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { kindWords } from '@/lib/asked';
import { monthAndDay } from '@/lib/day';
import { goTo, routes } from '@/lib/routes';
import { requestsQuery } from '@/lib/todoQueries';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { More } from '@/ui/More';
import { Row } from '@/ui/Row';
import { SkeletonRows } from '@/ui/Skeleton';

type Waiting = Outputs['privacy']['requests']['items'][number];

const Request = ({ id, kind, askedOn, dueOn, overdue }: Waiting) => (
  <Row
    icon={kind === 'concern' ? 'chat' : 'pencil'}
    title={kindWords[kind]}
    detail={`${monthAndDay(askedOn)}提出`}
    aside={
      <View className={overdue ? 'badge warn' : 'badge'}>
        {monthAndDay(dueOn)}
        {overdue ? '已过' : '之前'}
      </View>
    }
    onPress={() => goTo(routes.answer(kind === 'concern' ? 'concern' : 'correction', id))}
  />
);

/** D9.4, D9.9 Corrections and concerns that wait for an answer, the soonest due first. */
export const Requests = () => {
  const { data, isPending, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(requestsQuery);
  useDidShow(() => void refetch());
  if (isPending) return <SkeletonRows rows={2} />;
  if (!data) return <Failed error={error} onRetry={() => void refetch()} />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return null;
  return (
    <View>
      <Heading className="sec b">青年的申请</Heading>
      <View className="card flush rows by-icon">
        {items.map((waiting) => (
          <Request key={waiting.id} {...waiting} />
        ))}
      </View>
      <More of={{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </View>
  );
};
