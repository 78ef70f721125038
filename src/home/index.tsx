import { useEffect } from 'react';
import { useDidShow, useRouter, useShareAppMessage } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import type { Me } from '../../types/org';
import { Unreachable } from '@/lib/call';
import { pageOfCode } from '@/lib/codePages';
import { person } from '@/lib/person';
import { meQuery, queries } from '@/lib/queries';
import { goInstead } from '@/lib/routes';
import { isRefused } from '@/lib/say';
import { scannedText } from '@/lib/scannedText';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { SkeletonCard } from '@/ui/Skeleton';
import { Left, OpenInWeChat, SignInHere } from './Outside';
import { NoticeAgain } from './NoticeAgain';
import { Offline } from './Offline';
import { shareMessage } from './shareMessage';
import { Stranger } from './Stranger';
import { Tabs } from './Tabs';
import './home.scss';

const isStranger = ({ newcomer, youth, cadre, administers }: Me): boolean =>
  newcomer || (!youth && !cadre && administers.length === 0);

/** Whoever came with a code that opens a page of its own goes on there. */
const Onward = ({ page }: { page: string }) => {
  useEffect(() => goInstead(page), [page]);
  return (
    <Page title="到青年中去" first>
      <SkeletonCard />
    </Page>
  );
};

/** D9.1 Who took the consent back and is a cadre too goes on as a cadre. */
const isAskedAgain = ({ youth, cadre, noticeDue }: Me): boolean =>
  youth !== null && noticeDue !== null && !(youth.withdrawn && cadre);

interface Props {
  tab?: string;
  /** What the code says with which somebody comes: by a card in a chat, a link, a 小程序码. It waits until they are in. */
  onHand: string | null;
}

/** The one page where everybody arrives; who somebody is today decides what it shows. */
const Entrance = ({ tab, onHand }: Props) => {
  const me = useQuery(meQuery);
  useDidShow(() => void queries.invalidateQueries(meQuery));
  const page = onHand && pageOfCode(onHand);
  if (process.env.TARO_ENV === 'h5' && isRefused(me.error, 'NOT_SIGNED_IN'))
    return page ? <OpenInWeChat /> : <SignInHere />;
  if (me.data) {
    if (page) return <Onward page={page} />;
    if (isStranger(me.data)) return <Stranger me={me.data} byCard={onHand !== null} />;
    if (isAskedAgain(me.data)) return <NoticeAgain withdrawn={me.data.youth?.withdrawn} />;
    return <Tabs me={me.data} opened={tab} onHand={onHand} />;
  }
  if (me.error instanceof Unreachable && person.get())
    return <Offline onHand={onHand} onRetry={() => void me.refetch()} />;
  return (
    <Page title="到青年中去" first>
      {me.isError ? <Failed error={me.error} onRetry={() => void me.refetch()} /> : <SkeletonCard />}
    </Page>
  );
};

const Home = () => {
  const { tab, scene, q, left } = useRouter().params;
  useShareAppMessage(({ from }) => shareMessage(from));
  if (left) return <Left how={left === 'closed' ? left : 'signedOut'} />;
  return <Entrance tab={tab} onHand={scannedText({ from: 'query', scene, q })} />;
};

export default Home;
