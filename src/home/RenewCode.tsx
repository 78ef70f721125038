import { View } from '@tarojs/components';
import { client } from '@/lib/client';
import { codeQuery, queries } from '@/lib/queries';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { Refused } from '@/ui/Refused';
import { Sheet } from '@/ui/Sheet';

/** A card that has gone further than it should is made anew, after a question. */
export const RenewCode = ({ onClose }: { onClose: () => void }) => {
  const renew = useWrite(client.contact.renewCode, () => {
    void queries.invalidateQueries(codeQuery('cadre'));
    void tell('名片码换好了');
    onClose();
  });
  return (
    <Sheet label="换一个名片码" onClose={onClose}>
      <Heading className="t22 b">换一个名片码</Heading>
      <View className="ink2 mt4">旧的码、图片和发出去的链接马上不能再用。已经联系上的青年不受影响。</View>
      {renew.isError && (
        <View className="mt16">
          <Refused error={renew.error} />
        </View>
      )}
      <View className="col g8 mt16">
        <Button id="renew-now" busy={renew.isPending} onPress={() => renew.mutate({})}>
          换新
        </Button>
        <Button kind="quiet" onPress={onClose}>
          先不换
        </Button>
      </View>
    </Sheet>
  );
};
