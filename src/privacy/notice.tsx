import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { client } from '@/lib/client';
import { wholeDay } from '@/lib/day';
import { meQuery, noticeQuery, queries } from '@/lib/queries';
import { goBack } from '@/lib/routes';
import { sayError } from '@/lib/say';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { Page } from '@/ui/Page';
import { role } from '@/ui/role';
import { SkeletonRows } from '@/ui/Skeleton';

/** D9.1 Who took the consent back reads it all and agrees anew. */
const AgreeAnew = ({ version }: { version: number }) => {
  const me = useQuery(meQuery);
  const agree = useWrite(client.privacy.agree, () => {
    void queries.invalidateQueries();
    void tell('已同意，可以重新开始');
    goBack();
  });
  if (!me.data?.youth?.withdrawn) return null;
  return (
    <View className="foot paper">
      {agree.isError && (
        <View className="problem" {...role('alert')}>
          {sayError(agree.error).title}，请再点一次。
        </View>
      )}
      <Button id="agree" size="large" busy={agree.isPending} onPress={() => agree.mutate({ version })}>
        我同意，重新开始
      </Button>
    </View>
  );
};

/** D9.1 The whole text of the notice in force. */
const NoticeText = () => {
  const { data, isPending, error, refetch } = useQuery(noticeQuery);
  return (
    <Page title="告知" kind="paper">
      {data && (
        <>
          <Heading className="t22 b">关于你的资料</Heading>
          <View className="t14 ink3">
            第 {data.version} 版，{wholeDay(data.from)}起
          </View>
          {data.full.map(({ title, text }) => (
            <View key={title}>
              <Heading className="b mt8">{title}</Heading>
              <View className="ink2 mt4">{text}</View>
            </View>
          ))}
          <AgreeAnew version={data.version} />
        </>
      )}
      {isPending && <SkeletonRows />}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
    </Page>
  );
};

export default NoticeText;
