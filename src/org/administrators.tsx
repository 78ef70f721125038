import { useState } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { wholeDay } from '@/lib/day';
import { organisationChanged } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { Row } from '@/ui/Row';
import { Sheet } from '@/ui/Sheet';
import { SkeletonRows } from '@/ui/Skeleton';
import { Unsaved } from '@/ui/Unsaved';
import { OrgPage } from './OrgPage';

type Administrator = Outputs['org']['administrators']['items'][number];

const EndSheet = ({ administrator, onClose }: { administrator: Administrator; onClose: () => void }) => {
  const { administratorId, name, self } = administrator;
  const end = useWrite(client.org.endAdministrator, () => {
    void organisationChanged();
    void tell('已经结束');
    onClose();
  });
  return (
    <Sheet label="结束管理员" onClose={onClose}>
      <Heading className="t22 b wrap-any">{self ? '不再当管理员' : `${name}不再当管理员`}</Heading>
      <View className="ink2 mt4">当场生效。团干部的职务不受影响，做过的事都留在记录里。</View>
      <View className="mt16" />
      <Unsaved error={end.error} />
      <View className="col g8">
        <Button id="end-administrator" busy={end.isPending} onPress={() => end.mutate({ administratorId })}>
          结束管理员
        </Button>
        <Button kind="quiet" onPress={onClose}>
          先不结束
        </Button>
      </View>
    </Sheet>
  );
};

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
      {ending && <EndSheet administrator={ending} onClose={() => setEnding(null)} />}
    </>
  );
};

/** D1.5 The administrators of one organisation; made from above or by a colleague, and ended so. */
const Administrators = () => <OrgPage title="管理员">{({ orgId }) => <List orgId={orgId} />}</OrgPage>;

export default Administrators;
