import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { shortName } from '@/lib/cut';
import { ago } from '@/lib/day';
import { handOver } from '@/lib/handedOver';
import { meQuery, todosQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { Empty } from '@/ui/Empty';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { Avatar } from '@/ui/Person';
import { Press } from '@/ui/Press';
import { SkeletonRows } from '@/ui/Skeleton';

const writeAbout = (contactId: string, name: string): void => {
  handOver({ people: [{ contactId, name }] });
  goTo(routes.log());
};

/** D2.3 Those whom one was not in touch with for long, the quietest first; a tap writes about one. */
const QuietPage = () => {
  const { data, error, refetch } = useQuery(todosQuery);
  const { data: me } = useQuery(meQuery);
  const quiet = data?.quiet;
  return (
    <Page title="很久没有联系">
      {quiet && quiet.n > 0 && (
        <>
          <View className="t14 ink2">
            {quiet.days} 天没有联系的有 {quiet.n} 位，最久的在前。打个电话、发条消息，再记一笔。
          </View>
          <View className="card flush rows by-ava" id="quiet">
            {quiet.items.map(({ contactId, name, lastOn }) => (
              <View key={contactId} className="row">
                <Avatar name={name} />
                <Press className="grow" as="link" onPress={() => goTo(routes.youth(contactId))}>
                  <View className="b">{shortName(name)}</View>
                  <View className="t14 ink2">{lastOn ? ago(lastOn, me?.today ?? lastOn) : '还没有记过'}</View>
                </Press>
                <Press className="text-btn" label={`记一笔：${name}`} onPress={() => writeAbout(contactId, name)}>
                  记一笔
                </Press>
              </View>
            ))}
          </View>
          {quiet.items.length < quiet.n && (
            <View className="t12 ink3 tc">先列这 {quiet.items.length} 位，联系了就往下走。</View>
          )}
        </>
      )}
      {quiet?.n === 0 && (
        <Empty icon="check" title="最近都联系过了" why={`谁要是 ${quiet.days} 天没有来往，会列在这里。`}>
          <Press className="text-btn" onPress={() => goTo(routes.log())}>
            记一笔
          </Press>
        </Empty>
      )}
      {!data && !error && <SkeletonRows rows={5} />}
      {!data && error && <Failed error={error} onRetry={() => void refetch()} />}
    </Page>
  );
};

export default QuietPage;
