import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { policy } from '../../config/policy';
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
import { role } from '@/ui/role';
import { Foot } from './Foot';
import { Undone } from './Undone';
import { WriteNext } from './WriteNext';
import { vibrate } from './vibrate';

const { undoOfferedSeconds } = policy.contact;

interface Props {
  /** What was scanned. */
  text: string;
  registered: Registered;
  onAgain: () => void;
  onClose: () => void;
  onGo: (url: string) => void;
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
  if (!registered.counts) return `满 ${policy.age.uncountedFrom} 岁不计入，联系照常`;
  return `第 ${registered.standing.counted} 位，${fieldWords[registered.field]} ${registered.fieldCount} 人`;
};

/** What the scan brought about, with a few seconds to take it back. */
export const Done = ({ text, registered, onAgain, onClose, onGo }: Props) => {
  const now = usePhoneSeconds(true);
  const [since] = useState(now);
  const secondsLeft = undoOfferedSeconds - (now - since) / 1000;
  const undo = useWrite(client.contact.undo, () => void contactsChanged());
  useEffect(vibrate, []);
  const next = registered.kind === 'youth' ? onAgain : undefined;

  if (undo.isSuccess) {
    return (
      <Undone onAgain={next} onClose={onClose}>
        和{registered.name}的联系没有建立，哪里也不计入。
      </Undone>
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
      <Foot
        onAgain={next}
        onClose={onClose}
        first={registered.kind === 'youth' && <WriteNext {...registered} text={text} onGo={onGo} />}
        undo={
          <View className={secondsLeft > 0 ? 'grow' : 'grow gone'}>
            <Press id="undo" className="btn quiet" onPress={() => undo.mutate({ contactId: registered.contactId })}>
              <Ring size={24} line={3} done={Math.max(0, secondsLeft) / undoOfferedSeconds}>
                <View className="t12 b undo-left" aria-hidden="true">
                  {Math.max(0, secondsLeft)}
                </View>
              </Ring>
              撤销
            </Press>
          </View>
        }
      />
    </View>
  );
};
