import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { Unreachable } from '@/lib/call';
import { client } from '@/lib/client';
import { timeOf } from '@/lib/day';
import { goBack, routes, startAt } from '@/lib/routes';
import { isRefused } from '@/lib/say';
import { scannedText } from '@/lib/scannedText';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { Refused } from '@/ui/Refused';
import { SkeletonCard } from '@/ui/Skeleton';
import { ApproveCard } from './ApproveCard';

/** Somebody has read the code of a screen: what it would sign in, for them to judge. */
const Approve = () => {
  const { q, scene } = useRouter().params;
  const text = scannedText({ from: 'query', scene, q }) ?? '';
  const seen = useQuery({
    queryKey: ['account.seeSignIn', text],
    queryFn: () => client.account.seeSignIn({ text }),
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const isFirst = isRefused(seen.error, 'NOT_REGISTERED') || isRefused(seen.error, 'NOT_SIGNED_IN');
  return (
    <Page title="登录确认" kind="paper">
      {seen.isPending && <SkeletonCard />}
      {seen.data && <ApproveCard text={text} device={seen.data.device} at={timeOf(Date.parse(seen.data.askedAt))} />}
      {seen.error instanceof Unreachable && <Failed error={seen.error} onRetry={() => void seen.refetch()} />}
      {seen.isError && !(seen.error instanceof Unreachable) && (
        <Refused error={seen.error}>
          <View className="mt16" />
          {isFirst ? (
            <Button onPress={() => void startAt(routes.home())}>去首页</Button>
          ) : (
            <Button onPress={goBack}>知道了</Button>
          )}
        </Refused>
      )}
    </Page>
  );
};

export default Approve;
