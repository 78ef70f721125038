import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { organisationChanged } from '@/lib/queries';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { Sheet } from '@/ui/Sheet';
import { Unsaved } from '@/ui/Unsaved';

type Administrator = Outputs['org']['administrators']['items'][number];

/** D1.5 Ending an administrator's right, after a question. */
export const EndAdministrator = ({ administrator, onClose }: { administrator: Administrator; onClose: () => void }) => {
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
