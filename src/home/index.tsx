import { useDidShow, useRouter } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import type { Me } from '../../types/org';
import { Unreachable } from '@/lib/call';
import { person } from '@/lib/person';
import { meQuery, queries } from '@/lib/queries';
import { isRefused } from '@/lib/say';
import { scannedText } from '@/lib/scannedText';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { SkeletonCard } from '@/ui/Skeleton';
import { OpenInWeChat, SignedOut } from './Outside';
import { NoticeAgain } from './NoticeAgain';
import { Offline } from './Offline';
import { Tabs } from './Tabs';
import { Welcome } from './Welcome';
import './home.scss';

const isStranger = ({ newcomer, youth, cadre, administers }: Me): boolean =>
  newcomer || (!youth && !cadre && administers.length === 0);

/** The one page where everybody arrives; who somebody is today decides what it shows. */
const Entrance = ({ tab, scanned }: { tab?: string; scanned: string | null }) => {
  const me = useQuery(meQuery);
  useDidShow(() => void queries.invalidateQueries(meQuery));
  if (me.data) {
    if (isStranger(me.data)) return <Welcome />;
    if (me.data.youth && me.data.noticeDue !== null) return <NoticeAgain />;
    return <Tabs me={me.data} opened={tab} scanned={scanned} />;
  }
  if (process.env.TARO_ENV === 'h5' && isRefused(me.error, 'NOT_SIGNED_IN')) return <OpenInWeChat />;
  if (me.error instanceof Unreachable && person.get()) return <Offline onRetry={() => void me.refetch()} />;
  return (
    <Page title="到青年中去" first>
      {me.isError ? <Failed error={me.error} onRetry={() => void me.refetch()} /> : <SkeletonCard />}
    </Page>
  );
};

const Home = () => {
  const { tab, scanned, left } = useRouter().params;
  return left ? <SignedOut /> : <Entrance tab={tab} scanned={scannedText({ from: 'query', q: scanned })} />;
};

export default Home;
