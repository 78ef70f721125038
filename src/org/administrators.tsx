import { useState } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { wholeDay } from '@/lib/day';
import { goTo, routes } from '@/lib/routes';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Row } from '@/ui/Row';
import { SkeletonRows } from '@/ui/Skeleton';
import { EndAdministrator } from './EndAdministrator';
import { OrgPage } from './OrgPage';

type Administrator = Outputs['org']['administrators']['items'][number];

const List = ({ orgId }: { orgId: number }) => {
  const [ending, setEnding] = useState<Administrator | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['org.administrators', orgId],
    queryFn: () => client.org.administrators({ orgId }),
  });
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={2} />;
  return (
    <>
      <View className="t14 ink2">看得到这个组织和它下面的，可以任命、同意、结束。最好有两名，互相补位。</View>
      <View className="card flush rows">
        {data.items.length === 0 && <View className="row ink2">这一级还没有管理员，由上级管理。</View>}
        {data.items.map((item) => (
          <Row
            key={item.administratorId}
            id={`administrator-${item.administratorId}`}
            title={item.self ? `${item.name}（你）` : item.name}
            detail={`${wholeDay(item.from)}起`}
            aside="结束"
            acts
            onPress={() => setEnding(item)}
          />
        ))}
      </View>
      <View className="foot">
        <Button id="invite-administrator" size="large" onPress={() => goTo(routes.invite(orgId, 'administrator'))}>
          邀请管理员
        </Button>
      </View>
      {ending && <EndAdministrator administrator={ending} onClose={() => setEnding(null)} />}
    </>
  );
};

/** D1.5 The administrators of one organisation; made from above or by a colleague, and ended so. */
const Administrators = () => <OrgPage title="管理员">{({ orgId }) => <List orgId={orgId} />}</OrgPage>;

export default Administrators;
