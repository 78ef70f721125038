import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import type { Registered } from '../../types/contact';
import { client } from '@/lib/client';
import { usePhoneSeconds } from '@/lib/clock';
import { isRefusal } from '@/lib/say';
import { contactsChanged } from '@/lib/queries';
import { useWrite } from '@/lib/useWrite';
import { fieldWords } from '@/lib/words';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Avatar } from '@/ui/Person';
import { Press } from '@/ui/Press';
import { Refused } from '@/ui/Refused';
import { Ring } from '@/ui/Ring';
import { vibrate } from './vibrate';
import { role } from '@/ui/role';

const undoSeconds = 5;

interface Props {
  registered: Registered;
  onAgain: () => void;
  onClose: () => void;
}

const Outcome = ({ registered }: { registered: Registered }) => {
  if (registered.kind === 'cadre') {
    return <Avatar name={registered.name} large />;
  }
  const { counted, quota } = registered.standing;
  return (
    <Ring size={112} line={10} done={counted / quota}>
      <View className="t32 b">{counted}</View>
      <View className="t12 ink3">/ {quota} 位</View>
    </Ring>
  );
};

const detailOf = (registered: Registered): string => {
  if (registered.kind === 'cadre') return `${registered.holders} 名团干部联系你，最多 ${registered.cap} 名`;
  if (!registered.counts) return '满 36 岁不计入，联系照常';
  return `第 ${registered.standing.counted} 位，${fieldWords[registered.field]} ${registered.fieldCount} 人`;
};

/** What the scan brought about, with a few seconds to take it back. */
export const Done = ({ registered, onAgain, onClose }: Props) => {
  const now = usePhoneSeconds(true);
  const [since] = useState(now);
  const secondsLeft = undoSeconds - (now - since) / 1000;
  const undo = useWrite(client.contact.undo, () => void contactsChanged());
  useEffect(vibrate, []);

  if (undo.isSuccess) {
    return (
      <View className="col center tc" {...role('status')}>
        <View className="t22 b mt16">已撤销</View>
        <View className="ink2 mt4">和{registered.name}的联系没有建立，哪里也不计入。</View>
        <View className="mt24" />
        {registered.kind === 'youth' ? (
          <>
            <Button size="large" icon="scan" onPress={onAgain}>
              继续扫
            </Button>
            <Button kind="quiet" onPress={onClose}>
              先到这里
            </Button>
          </>
        ) : (
          <Button size="large" onPress={onClose}>
            知道了
          </Button>
        )}
      </View>
    );
  }
  if (undo.isError) {
    return (
      <Refused error={undo.error}>
        <View className="mt16" />
        {!isRefusal(undo.error) && (
          <Button icon="repeat" onPress={() => undo.mutate({ contactId: registered.contactId })}>
            再试一次
          </Button>
        )}
        <Button kind="quiet" onPress={onClose}>
          知道了
        </Button>
      </Refused>
    );
  }
  return (
    <View className="col center tc">
      <View className="mt12" />
      <Outcome registered={registered} />
      <View className="flex g8 t22 b mt16" {...role('status')} aria-live="polite">
        <View className="brand">
          <Icon name="check" />
        </View>
        <View className="wrap-any">
          {registered.kind === 'youth' ? `已联系${registered.name}` : `${registered.name}可以联系你了`}
        </View>
      </View>
      <View className="ink2 mt4">{detailOf(registered)}</View>
      <View className="mt24" />
      {registered.kind === 'youth' ? (
        <Button size="large" icon="scan" onPress={onAgain}>
          继续扫
        </Button>
      ) : (
        <Button size="large" onPress={onClose}>
          好
        </Button>
      )}
      <View className="flex done-foot">
        <View className={secondsLeft > 0 ? 'grow' : 'grow gone'}>
          <Press
            id="undo"
            className="btn quiet"
            label="撤销"
            onPress={() => undo.mutate({ contactId: registered.contactId })}
          >
            <Ring size={24} line={3} done={Math.max(0, secondsLeft) / undoSeconds}>
              <View className="t12 b undo-left">{Math.max(0, secondsLeft)}</View>
            </Ring>
            撤销
          </Press>
        </View>
        {registered.kind === 'youth' && (
          <View className="grow done-close">
            <Button kind="quiet" onPress={onClose}>
              先到这里
            </Button>
          </View>
        )}
      </View>
    </View>
  );
};
