import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import type { Holder } from '../../types/contact';
import { shortName } from '@/lib/cut';
import { holdersQuery, recordQuery } from '@/lib/queries';
import { LatestAboutMe } from '@/log/LatestAboutMe';
import { Choices } from '@/ui/Choices';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { SkeletonCard, SkeletonRows } from '@/ui/Skeleton';
import { HolderCard } from './HolderCard';
import { LeaveSheet } from './LeaveSheet';
import { Record } from './Record';
import { WaitingCard } from './WaitingCard';

/** One holder at a time, chosen by name. */
const HolderChooser = ({ items, opened }: { items: Holder[]; opened?: string }) => {
  const [chosen, setChosen] = useState(opened);
  const [leaving, setLeaving] = useState<Holder | null>(null);
  const holder = items.find(({ contactId }) => contactId === chosen) ?? items[0];
  if (!holder) return <View className="t14 ink2">现在没有团干部联系你。</View>;
  return (
    <>
      {items.length > 1 && (
        <Choices
          id="holder"
          label="团干部"
          options={items.map(({ contactId }) => contactId)}
          chosen={holder.contactId}
          onChoose={setChosen}
        >
          {(contactId) => shortName(items.find((item) => item.contactId === contactId)?.name ?? '')}
        </Choices>
      )}
      {holder.waiting ? (
        <WaitingCard
          key={holder.contactId}
          holder={holder}
          waiting={holder.waiting}
          onLeave={() => setLeaving(holder)}
        />
      ) : (
        <HolderCard holder={holder} onLeave={() => setLeaving(holder)} />
      )}
      {leaving && <LeaveSheet holder={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
};

/** D9.4 On one page: who holds me, what is kept on me, who looked, whom I have blocked. */
const HolderPage = () => {
  const { contactId } = useRouter().params;
  const holders = useQuery(holdersQuery);
  const record = useQuery(recordQuery);
  return (
    <Page title="记录与权利">
      {holders.data && <HolderChooser items={holders.data.items} opened={contactId} />}
      {holders.isPending && <SkeletonCard />}
      {holders.isError && <Failed error={holders.error} onRetry={() => void holders.refetch()} />}
      {holders.data && <LatestAboutMe />}
      {record.data && <Record record={record.data} />}
      {record.isPending && <SkeletonRows rows={3} />}
      {record.isError && !holders.isError && <Failed error={record.error} onRetry={() => void record.refetch()} />}
    </Page>
  );
};

export default HolderPage;
