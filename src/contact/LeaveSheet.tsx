import { View } from '@tarojs/components';
import type { Holder } from '../../types/contact';
import { client } from '@/lib/client';
import { shortName } from '@/lib/cut';
import { contactsChanged } from '@/lib/queries';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { Refused } from '@/ui/Refused';
import { Sheet } from '@/ui/Sheet';

/** D9.5, D9.9 Leaving, with or without a block; staying is as easy. */
export const LeaveSheet = ({ holder, onClose }: { holder: Holder; onClose: () => void }) => {
  const leave = useWrite(client.contact.leave, () => {
    void contactsChanged();
    void tell(`已离开${shortName(holder.name)}`);
    onClose();
  });
  const go = (block: boolean) => leave.mutate({ contactId: holder.contactId, block });
  return (
    <Sheet label="离开" onClose={onClose}>
      <Heading className="t22 b wrap-any">离开{holder.name}</Heading>
      <View className="ink2 mt4">当场生效，不需要理由。对方的列表里不再有你，也不会通知对方。</View>
      {leave.isError && (
        <View className="mt16">
          <Refused error={leave.error} />
        </View>
      )}
      <View className="col g8 mt16">
        <Button id="leave-only" kind="second" busy={leave.isPending} onPress={() => go(false)}>
          离开
        </Button>
        <Button id="leave-block" kind="line" busy={leave.isPending} onPress={() => go(true)}>
          离开，也不让{shortName(holder.name)}再添加
        </Button>
        <Button kind="quiet" onPress={onClose}>
          先不离开
        </Button>
      </View>
    </Sheet>
  );
};
