import { View } from '@tarojs/components';
import type { Device } from '../../types/account';
import { client } from '@/lib/client';
import { queries } from '@/lib/queries';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { Refused } from '@/ui/Refused';
import { Sheet } from '@/ui/Sheet';
import { devicesQuery } from './accountQueries';

interface Props {
  ending: Device | 'others';
  onClose: () => void;
}

export const EndSheet = ({ ending, onClose }: Props) => {
  const onEnded = () => {
    void queries.invalidateQueries(devicesQuery);
    void tell('已经退出');
    onClose();
  };
  const one = useWrite(client.account.endDevice, onEnded);
  const others = useWrite(client.account.endOthers, onEnded);
  const title = ending === 'others' ? '其他的都退出' : `让“${ending.device || '没有认出的设备'}”退出`;
  const error = one.error ?? others.error;
  return (
    <Sheet label={title} onClose={onClose}>
      <Heading className="t22 b wrap-any">{title}</Heading>
      <View className="ink2 mt4">马上生效。那里还没有送出的，不会再送出。</View>
      {error && (
        <View className="mt16">
          <Refused error={error} />
        </View>
      )}
      <View className="col g8 mt16">
        <Button
          id="end"
          busy={one.isPending || others.isPending}
          onPress={() => (ending === 'others' ? others.mutate({}) : one.mutate({ deviceId: ending.deviceId }))}
        >
          {ending === 'others' ? '都退出' : '让它退出'}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          先留着
        </Button>
      </View>
    </Sheet>
  );
};
