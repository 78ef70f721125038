import { useState } from 'react';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import type { Me } from '../../types/org';
import { queries } from '@/lib/queries';
import { ownSitesQuery } from '@/lib/ownSitesQuery';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { type Tab, TabBar } from '@/ui/TabBar';
import { OwnSiteRows } from './OwnSiteRows';
import { Self } from './Self';

const tabs: Tab[] = [
  { name: 'sites', icon: 'site', word: '地点' },
  { name: 'me', icon: 'me', word: '我' },
];

/** The home of who looks after a site and is nothing else here. */
export const SiteTabs = ({ me, onRegister }: { me: Me; onRegister: () => void }) => {
  const [current, setCurrent] = useState('sites');
  useDidShow(() => void queries.invalidateQueries(ownSitesQuery));
  return (
    <>
      {current === 'sites' ? (
        <Page title="到青年中去" kind="over-tabs" first>
          <View className="card flush rows by-icon" id="own-sites">
            <OwnSiteRows />
          </View>
          <View className="note soft">打开现场码请来的团干部扫，当场算一天。</View>
          <View className="card flush rows by-icon">
            <Row
              id="become-youth"
              icon="qr"
              title="我也是青年"
              detail="登记之后，团干部可以和你常联系"
              onPress={onRegister}
            />
          </View>
        </Page>
      ) : (
        <Self me={me} onTab={setCurrent} />
      )}
      <TabBar tabs={tabs} current={current} onChange={setCurrent} />
    </>
  );
};
