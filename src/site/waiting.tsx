import { useRouter } from '@tarojs/taro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { RemindMe } from '@/home/RemindMe';
import { isRefused } from '@/lib/say';
import { waitingDaysQuery, type WhoseDays } from '@/lib/siteQueries';
import { useMoreAtBottom } from '@/lib/useMoreAtBottom';
import { OutOfScope } from '@/org/OutOfScope';
import { Empty } from '@/ui/Empty';
import { Failed } from '@/ui/Failed';
import { More } from '@/ui/More';
import { Page } from '@/ui/Page';
import { SkeletonRows } from '@/ui/Skeleton';
import { WaitingList } from './WaitingList';
import './site.scss';

const Waiting = ({ of }: { of: WhoseDays }) => {
  const list = useInfiniteQuery(waitingDaysQuery(of));
  useMoreAtBottom(list);
  const days = list.data?.pages.flatMap(({ items }) => items) ?? [];
  if (isRefused(list.error, 'OUT_OF_SCOPE')) return <OutOfScope error={list.error} />;
  return (
    <>
      {days.length > 0 && <WaitingList days={days} long />}
      <More of={list} />
      {days.length > 0 && <RemindMe />}
      {list.isPending && <SkeletonRows rows={5} />}
      {list.isSuccess && days.length === 0 && (
        <Empty icon="check" title="没有等确认的日子" why="没有扫现场码的，扫得晚的，会先到这里等人看一眼。" />
      )}
      {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
    </>
  );
};

/** D8.2 Days that wait for a word, the oldest first: of an organisation's cadres, or at a site. */
const WaitingPage = () => {
  const { siteId, orgId } = useRouter().params;
  return (
    <Page title="等确认的日子" kind="wide">
      <Waiting of={siteId ? { siteId } : { orgId: Number(orgId) }} />
    </Page>
  );
};

export default WaitingPage;
