import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { client } from '@/lib/client';
import { usePhoneSeconds } from '@/lib/clock';
import { contactsChanged, holdersQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { usePageShown } from '@/lib/usePageShown';
import { useWrite } from '@/lib/useWrite';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { Toast } from '@/ui/Toast';
import { HolderRows } from './HolderRows';
import { LiveCode } from './LiveCode';

/** A cadre who has just added me, for as long as it can be taken back. */
const JustAdded = () => {
  const { data } = useQuery(holdersQuery);
  const serverNow = usePhoneSeconds(true) + (data?.offset ?? 0);
  const undo = useWrite(client.contact.undo, () => void contactsChanged());
  const added = data?.items.find(
    ({ startedBy, undoUntil }) => startedBy === 'cadre' && undoUntil !== null && Date.parse(undoUntil) > serverNow,
  );
  if (!added) return undo.isSuccess ? <Toast text="已撤销，对方的列表里没有你" /> : null;
  return (
    <Toast
      text={`${added.name}刚添加了你`}
      act="撤销"
      actId="undo"
      onAct={() => undo.mutate({ contactId: added.contactId })}
    />
  );
};

/** A youth's home: the code to be scanned, and who holds me. */
export const MyCode = ({ today, onScan }: { today: string; onScan: () => void }) => {
  const shown = usePageShown();
  const holders = useQuery({ ...holdersQuery, refetchInterval: shown && 2_000 });
  return (
    <Page title="到青年中去" kind="over-tabs" first>
      <LiveCode shown={shown} />
      {holders.data && <HolderRows {...holders.data} today={today} />}
      <View className="card flush rows by-icon">
        <Row id="scan" icon="scan" bright title="扫团干部的名片码" detail="想让谁联系你，扫一下就好" onPress={onScan} />
        <Row
          icon="shield"
          bright
          title="我的记录与权利"
          detail="谁联系你，谁看过你，随时可以离开"
          onPress={() => goTo(routes.holder())}
        />
      </View>
      <JustAdded />
    </Page>
  );
};
