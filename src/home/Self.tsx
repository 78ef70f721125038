import { View } from '@tarojs/components';
import type { Me } from '../../types/org';
import { rootsOf } from '@/lib/roots';
import { goTo, routes } from '@/lib/routes';
import { channelWords, inOrder } from '@/lib/words';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { ApplyRow } from './ApplyRow';
import { OwnSiteRows } from './OwnSiteRows';
import { CadreCard, YouthCard } from './OwnCard';
import { SignOut } from './SignOut';

const channelsInWords = (channels: NonNullable<Me['cadre']>['channels']): string =>
  channels.length === 0
    ? '还没有，青年看不到怎么找你'
    : inOrder(channels)
        .map(({ kind }) => channelWords[kind])
        .join('、');

/** The last tab: who I am here, and what I can settle. */
export const Self = ({ me, onTab }: { me: Me; onTab: (name: string) => void }) => {
  const { cadre, youth } = me;
  const roots = rootsOf(me);
  const manages = roots.length > 0;
  return (
    <Page title="我" kind="over-tabs" first>
      {cadre ? <CadreCard cadre={cadre} /> : youth && <YouthCard youth={youth} />}
      <View className="card flush rows by-icon">
        <OwnSiteRows />
        {cadre && (
          <Row
            icon="chat"
            title="公开的联系方式"
            detail={channelsInWords(cadre.channels)}
            onPress={() => goTo(routes.channels())}
          />
        )}
        {cadre && (
          <Row
            id="meeting-code"
            icon="face"
            title="见面码"
            detail="见面时请对方扫，再记一笔就算见过面"
            onPress={() => goTo(routes.meetingCode())}
          />
        )}
        {cadre && (
          <Row icon="pencil" title="联系记录" detail="我记下的，和对方怎么说" onPress={() => goTo(routes.logs())} />
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
        {youth && !cadre && <ApplyRow />}
        {(cadre || manages) && (
          <Row icon="eye" title="谁看过你" detail="谁看了你的联系方式，为了什么" onPress={() => goTo(routes.looks())} />
        )}
        {!youth && (
          <Row icon="download" title="带走一份记录" detail="关于你记着的一切" onPress={() => goTo(routes.copy())} />
        )}
        {roots.map(({ orgId, name }) => (
          <Row key={orgId} icon="building" title="组织" detail={name} onPress={() => goTo(routes.overview(orgId))} />
        ))}
        {manages && <Row icon="check" title="要办的事" detail="等你答复的申请" onPress={() => goTo(routes.todo())} />}
        <Row
          id="devices"
          icon="screen"
          title="已登录的设备"
          detail="在哪里登录着，不认识的让它退出"
          onPress={() => goTo(routes.devices())}
        />
        <Row icon="doc" title="告知" detail="谁会看到、记什么、留多久" onPress={() => goTo(routes.notice())} />
      </View>
      <SignOut />
    </Page>
  );
};
