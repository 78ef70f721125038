import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { holdersQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { usePageShown } from '@/lib/usePageShown';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { AboutMeRow } from './AboutMeRow';
import { HolderRows } from './HolderRows';
import { LiveCode } from './LiveCode';
import { Unsent } from './Unsent';

/** A youth's home: the code to be scanned, and who holds me. */
export const MyCode = ({ today, onScan }: { today: string; onScan: () => void }) => {
  const shown = usePageShown();
  const holders = useQuery(holdersQuery);
  return (
    <Page title="到青年中去" kind="over-tabs" first>
      <Unsent />
      <LiveCode shown={shown} />
      {holders.data && <HolderRows {...holders.data} today={today} />}
      <View className="card flush rows by-icon">
        <Row id="scan" icon="scan" bright title="扫团干部的名片码" detail="想让谁联系你，扫一下就好" onPress={onScan} />
        <AboutMeRow />
        <Row
          icon="shield"
          bright
          title="我的记录与权利"
          detail="谁联系你，谁看过你，随时可以离开"
          onPress={() => goTo(routes.holder())}
        />
      </View>
    </Page>
  );
};
