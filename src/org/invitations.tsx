import { useState } from 'react';
import { View } from '@tarojs/components';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { dayOf, monthAndDay } from '@/lib/day';
import { goTo, routes } from '@/lib/routes';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Failed } from '@/ui/Failed';
import { More } from '@/ui/More';
import { Row } from '@/ui/Row';
import { SkeletonRows } from '@/ui/Skeleton';
import { InvitationSheet } from './InvitationSheet';
import { invitedTo } from './invitedTo';
import { OrgPage } from './OrgPage';

type Invitation = Outputs['org']['invitations']['items'][number];

const until = ({ expired, expiresAt }: Invitation): string =>
  expired ? '过期了' : `${monthAndDay(dayOf(expiresAt))}前有效`;

const List = ({ orgId }: { orgId: number }) => {
  const [opened, setOpened] = useState<Invitation | null>(null);
  const list = useInfiniteQuery({
    queryKey: ['org.invitations', orgId],
    queryFn: ({ pageParam }) => client.org.invitations({ orgId, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  if (!list.data)
    return list.isError ? <Failed error={list.error} onRetry={() => void list.refetch()} /> : <SkeletonRows />;
  const items = list.data.pages.flatMap((page) => page.items);
  return (
    <>
      {items.length === 0 && (
        <Empty icon="people" title="没有等着认领的邀请" why="发出的邀请，认领之前都在这里。">
          <Button kind="line" size="small" onPress={() => goTo(routes.invite(orgId, 'post'))}>
            任命团干部
          </Button>
        </Empty>
      )}
      {items.length > 0 && (
        <View className="card flush rows">
          {items.map((item) => (
            <Row
              key={item.invitationId}
              id={`invitation-${item.invitationId}`}
              title={item.name ?? '第一位管理员'}
              detail={invitedTo(item)}
              aside={until(item)}
              onPress={() => setOpened(item)}
            />
          ))}
        </View>
      )}
      <More of={list} />
      {opened && <InvitationSheet invitation={opened} onClose={() => setOpened(null)} />}
    </>
  );
};

/** D1.1 What has been sent and not been claimed, of an organisation and of all below it. */
const Invitations = () => <OrgPage title="等着认领的邀请">{({ orgId }) => <List orgId={orgId} />}</OrgPage>;

export default Invitations;
