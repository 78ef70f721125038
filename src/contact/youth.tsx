import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { policy } from '../../config/policy';
import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { wholeDay } from '@/lib/day';
import { handOver } from '@/lib/handedOver';
import { goTo, routes } from '@/lib/routes';
import { LogsOf } from '@/log/LogsOf';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { FieldWord, HolderDots, PersonHead } from '@/ui/Person';
import { Row } from '@/ui/Row';
import { SkeletonCard } from '@/ui/Skeleton';

type Youth = Outputs['contact']['youth'];

const writeAbout = ({ contactId, name }: Youth): void => {
  handOver({ people: [{ contactId, name }] });
  goTo(routes.log());
};

const Details = ({ youth }: { youth: Youth }) => (
  <>
    <View className="card">
      <PersonHead name={youth.name} field={youth.field} large>
        <View className="flex g8">
          <View className="t14 ink2">{youth.age} 岁</View>
          {youth.minor && <View className="badge warn">未成年</View>}
          {!youth.counts && <View className="badge">不计入</View>}
        </View>
      </PersonHead>
    </View>
    {youth.minor && (
      <View className="note warn">未满 {policy.age.adultFrom} 岁。每次打开这一页都会记下，本人看得到。</View>
    )}
    {!youth.counts && <View className="note">满 {policy.age.uncountedFrom} 岁，联系照常，只是不算在名额里。</View>}
    <View className="card flush">
      <Row fact title="领域" aside={<FieldWord field={youth.field} />} />
      <Row fact title="单位" aside={youth.unit ?? '没有填'} />
      <Row fact title="哪天联系上的" aside={wholeDay(youth.since)} />
      <Row fact title="怎么联系上的" aside={youth.startedBy === 'cadre' ? '你扫了对方的码' : '对方打开了你的名片'} />
      <Row
        fact
        title={`${youth.holders} 名团干部联系${youth.holders >= youth.cap ? '，已满' : ''}`}
        aside={<HolderDots holders={youth.holders} cap={youth.cap} />}
      />
    </View>
    <LogsOf contactId={youth.contactId} />
    <View className="t12 ink3 tc">你看了这一页，对方在自己的记录里能看到。</View>
    <View className="foot">
      <Button id="log" size="large" icon="pencil" onPress={() => writeAbout(youth)}>
        记一笔
      </Button>
    </View>
  </>
);

/** One of a cadre's own youths; opening it is a look that is logged (D9.8). */
const YouthPage = () => {
  const { contactId = '' } = useRouter().params;
  const youth = useQuery({
    queryKey: ['contact.youth', contactId],
    queryFn: () => client.contact.youth({ contactId }),
  });
  return (
    <Page title="青年">
      {youth.data && <Details youth={youth.data} />}
      {youth.isPending && <SkeletonCard />}
      {youth.isError && <Failed error={youth.error} onRetry={() => void youth.refetch()} />}
    </Page>
  );
};

export default YouthPage;
