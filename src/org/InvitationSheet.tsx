import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { monthAndDay } from '@/lib/day';
import { organisationChanged } from '@/lib/queries';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { Sheet } from '@/ui/Sheet';
import { Unsaved } from '@/ui/Unsaved';
import { InvitationReady } from './InvitationReady';
import { invitedTo } from './invitedTo';

interface Props {
  invitation: Outputs['org']['invitations']['items'][number];
  onClose: () => void;
}

/** D1.1 An invitation that waits: a new link, since the old one is kept nowhere, or its end. */
export const InvitationSheet = ({ invitation, onClose }: Props) => {
  const { invitationId, name, madeBy, madeOn } = invitation;
  const renew = useWrite(client.org.renewInvitation, () => void organisationChanged());
  const revoke = useWrite(client.org.revokeInvitation, () => {
    void organisationChanged();
    void tell('邀请收回了');
    onClose();
  });
  return (
    <Sheet label="邀请" onClose={onClose}>
      <Heading className="t22 b wrap-any">{name ?? '第一位管理员'}</Heading>
      <View className="ink2 mt4">{invitedTo(invitation)}</View>
      <View className="t14 ink3 mt4">
        {monthAndDay(madeOn)}
        {madeBy && `，${madeBy}发出`}
      </View>
      <View className="mt16" />
      {renew.data ? (
        <InvitationReady {...renew.data} />
      ) : (
        <>
          <Unsaved error={renew.error ?? revoke.error} />
          <View className="col g8">
            <Button id="renew-invitation" busy={renew.isPending} onPress={() => renew.mutate({ invitationId })}>
              换一个新链接
            </Button>
            <View className="t14 ink2 center-text">旧链接马上不能再用。链接不留底，再发就换新的。</View>
            <Button
              id="revoke-invitation"
              kind="line"
              busy={revoke.isPending}
              onPress={() => revoke.mutate({ invitationId })}
            >
              收回邀请
            </Button>
          </View>
        </>
      )}
    </Sheet>
  );
};
