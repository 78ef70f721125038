import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { wholeDay } from '@/lib/day';
import { meQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { isRefused } from '@/lib/say';
import { siteQuery } from '@/lib/siteQueries';
import { siteKindWords } from '@/lib/siteWords';
import { OutOfScope } from '@/org/OutOfScope';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { Icon } from '@/ui/Icon';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { SkeletonCard, SkeletonRows } from '@/ui/Skeleton';
import { CloseSite } from './CloseSite';
import { closeWord } from './closeWord';
import { ContactSheet } from './ContactSheet';
import { contactInWords } from './contactWords';
import { History } from './History';
import { openPlace } from './openPlace';
import { positionText } from './positionText';
import type { Site } from './siteOf';
import './site.scss';

type Act = 'contact' | 'close';

const Facts = ({ site, today }: { site: Site; today: string }) => (
  <View className="card flush">
    <View className="part">
      <View className="flex between">
        <Heading className="t18 b wrap-any">{site.name}</Heading>
        {site.closedOn && (
          <View className="badge">{site.closedOn <= today ? '停用了' : `${wholeDay(site.closedOn)}起停用`}</View>
        )}
      </View>
      <View className="t14 ink2 mt4 wrap-any">{site.address}</View>
    </View>
    <Row fact title="类别" aside={siteKindWords[site.kind]} />
    <Row fact title="团组织" aside={site.orgName} />
    <Row fact title="位置" aside={site.position ? positionText(site.position) : '没有填'} />
    {process.env.TARO_ENV === 'weapp' && site.position && (
      <Row id="open-place" icon="site" bright acts title="在微信地图里看" onPress={() => void openPlace(site)} />
    )}
  </View>
);

const Acts = ({ site, today }: { site: Site; today: string }) => {
  const [act, setAct] = useState<Act | null>(null);
  const { siteId, closedOn, contact } = site;
  const over = closedOn !== null && closedOn <= today;
  return (
    <>
      <View className="card flush rows by-icon">
        {contact?.self && !over && (
          <Row
            icon="qr"
            bright
            title="现场码"
            detail="你是这里的现场联系人"
            onPress={() => goTo(routes.siteCode(siteId))}
          />
        )}
        {!over && (
          <Row
            id="contact"
            icon="people"
            title="现场联系人"
            detail={contactInWords(site)}
            onPress={() => setAct('contact')}
          />
        )}
        {!over && (
          <Row
            id="poster"
            icon="print"
            title="印出来的码"
            detail="贴在门口，没有联系人在的时候扫"
            onPress={() => goTo(routes.sitePoster(siteId))}
          />
        )}
        {!over && (
          <Row
            id="edit-site"
            icon="pencil"
            title="改资料"
            detail="名称、地址、位置，归哪个团组织"
            onPress={() => goTo(routes.editSite(siteId))}
          />
        )}
        <Row
          id="close-site"
          icon={closedOn ? 'repeat' : 'close'}
          title={closeWord(closedOn, today)}
          detail={closedOn ? `${wholeDay(closedOn)}起停用` : '选一天，从那天起不再接待'}
          onPress={() => setAct('close')}
        />
      </View>
      {act === 'contact' && <ContactSheet site={site} onClose={() => setAct(null)} />}
      {act === 'close' && <CloseSite site={site} today={today} onClose={() => setAct(null)} />}
    </>
  );
};

/** D4.1 One site: what it is, who looks after it, and what became of it. */
const SitePage = () => {
  const { siteId = '' } = useRouter().params;
  const { data: me } = useQuery(meQuery);
  const { data, error, refetch } = useQuery(siteQuery(siteId));
  return (
    <Page title="地点">
      {data && me && (
        <>
          <Facts site={data} today={me.today} />
          {!data.contact && !data.closedOn && (
            <View className="note warn flex g8">
              <Icon name="alert" size={20} />
              <View className="grow">还没有现场联系人，没有人出示现场码，也没有人在现场确认。</View>
            </View>
          )}
          <Acts site={data} today={me.today} />
          <History {...data} />
        </>
      )}
      {!data && !error && (
        <>
          <SkeletonCard />
          <SkeletonRows rows={3} />
        </>
      )}
      {isRefused(error, 'OUT_OF_SCOPE') ? (
        <OutOfScope error={error} />
      ) : (
        error && !data && <Failed error={error} onRetry={() => void refetch()} />
      )}
    </Page>
  );
};

export default SitePage;
