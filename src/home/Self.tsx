import { View } from '@tarojs/components';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Me } from '../../types/org';
import { client } from '@/lib/client';
import { codeQuery, meQuery, queries } from '@/lib/queries';
import { goTo, routes, startAt } from '@/lib/routes';
import { sayError } from '@/lib/say';
import { session } from '@/lib/session';
import { usePageShown } from '@/lib/usePageShown';
import { channelWords, serviceWords } from '@/lib/words';
import { Code } from '@/ui/Code';
import { Page } from '@/ui/Page';
import { Avatar, FieldAndUnit } from '@/ui/Person';
import { Row } from '@/ui/Row';
import { role } from '@/ui/role';

/** D2.4 A cadre's card: the name in the open, and the code by which a youth asks for contact. */
const CadreCard = ({ cadre }: { cadre: NonNullable<Me['cadre']> }) => {
  const { data } = useQuery(codeQuery('cadre'));
  const shown = usePageShown();
  // Who scans the card is counted at once, on the phone that shows it too.
  useQuery({ ...meQuery, refetchInterval: shown && 2_000 });
  const [code] = data?.codes ?? [];
  return (
    <View className="card flush">
      <View className="part flex g16">
        <Avatar name={cadre.name} large />
        <View className="grow">
          <View className="t18 b wrap-any">{cadre.publicName}</View>
          <View className="t14 ink2 wrap-any">
            {cadre.orgName} {cadre.title}
          </View>
          <View className="t14 ink3">{serviceWords[cadre.service]}</View>
        </View>
      </View>
      <View className="part col center">
        {code ? <Code text={code.text} label="我的名片码" /> : <View className="skeleton code after-a-while" />}
        <View className="b mt12">我的名片码</View>
        <View className="t14 ink2">请青年扫这个码，就能联系上你</View>
        <View className="t14 ink3" aria-live="polite">
          现在 {cadre.standing.counted} / {cadre.standing.quota} 位
        </View>
      </View>
    </View>
  );
};

const YouthCard = ({ youth }: { youth: NonNullable<Me['youth']> }) => (
  <View className="card flex g16">
    <Avatar name={youth.name} field={youth.field} large />
    <View className="grow">
      <View className="t18 b wrap-any">{youth.name}</View>
      <FieldAndUnit field={youth.field} unit={youth.unit} room={15.5} />
    </View>
  </View>
);

const channelsInWords = (channels: NonNullable<Me['cadre']>['channels']): string =>
  channels.length === 0 ? '还没有，青年看不到怎么找你' : channels.map(({ kind }) => channelWords[kind]).join('、');

/** The last tab: who I am here, and what I can settle. */
export const Self = ({ me, onTab }: { me: Me; onTab: (name: string) => void }) => {
  const { cadre, youth, administers } = me;
  const [root] = administers;
  const signOut = useMutation({
    mutationFn: () => client.org.signOut({}),
    onSuccess: () => {
      session.forget();
      queries.clear();
      startAt(routes.home({ left: '1' }));
    },
  });
  return (
    <Page title="我" kind="over-tabs" first>
      {cadre ? <CadreCard cadre={cadre} /> : youth && <YouthCard youth={youth} />}
      <View className="card flush rows by-icon">
        {cadre && (
          <Row
            icon="chat"
            title="公开的联系方式"
            detail={channelsInWords(cadre.channels)}
            onPress={() => goTo(routes.channels())}
          />
        )}
        {cadre && youth && <Row icon="qr" title="我的码" detail="请别的团干部扫" onPress={() => onTab('code')} />}
        {youth && (
          <Row
            icon="shield"
            title="我的记录与权利"
            detail="谁联系你，谁看过你，随时可以离开"
            onPress={() => goTo(routes.holder())}
          />
        )}
        {root && (
          <Row icon="building" title="组织" detail={root.name} onPress={() => goTo(routes.overview(root.orgId))} />
        )}
        <Row icon="doc" title="告知" detail="谁会看到、记什么、留多久" onPress={() => goTo(routes.notice())} />
      </View>
      <View className="card flush rows by-icon">
        <Row icon="leave" title="退出登录" acts onPress={() => signOut.mutate()} />
      </View>
      {signOut.isError && (
        <View className="t14 warn tc" {...role('alert')}>
          {sayError(signOut.error).title}，还没有退出。
        </View>
      )}
    </Page>
  );
};
