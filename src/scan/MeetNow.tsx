import { useEffect } from 'react';
import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { monthAndDay } from '@/lib/day';
import { aboutMeChanged, logsChanged } from '@/lib/queries';
import { say } from '@/lib/say';
import { liveKind } from '@/lib/scannedText';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Avatar } from '@/ui/Person';
import { Refused } from '@/ui/Refused';
import { role } from '@/ui/role';
import { Foot } from './Foot';
import { vibrate } from './vibrate';
import { WriteNext } from './WriteNext';

const words: Partial<typeof say> = {
  CONTACT_ALREADY: (data) => ({ ...say.CONTACT_ALREADY(data), now: '今天见了面的话，点一下，见面就有了凭据。' }),
};

interface Props {
  text: string;
  /** That the two have found each other already. */
  error: unknown;
  onAgain: () => void;
  onClose: () => void;
  onGo: (url: string) => void;
}

type Meeting = Outputs['contactLog']['meet'];

const detailOf = ({ name, day, logs }: Meeting, byCadre: boolean): string => {
  if (logs > 0) return `${monthAndDay(day)}，记过的 ${logs} 笔见面算数了`;
  return byCadre ? `${monthAndDay(day)}，记一笔见面就算数` : `${monthAndDay(day)}，${name}记下这次见面就算数`;
};

const Met = ({
  met,
  byCadre,
  onAgain,
  onClose,
  onGo,
}: Omit<Props, 'text' | 'error'> & { met: Meeting; byCadre: boolean }) => {
  useEffect(vibrate, []);
  return (
    <View className="col center tc">
      <View className="mt12" />
      <Avatar name={met.name} large />
      <View className="flex g8 t22 b mt16" {...role('status')} aria-live="polite">
        <View className="brand">
          <Icon name="check" />
        </View>
        <View className="wrap-any">和{met.name}见了面</View>
      </View>
      <View className="ink2 mt4">{detailOf(met, byCadre)}</View>
      <Foot
        onAgain={byCadre ? onAgain : undefined}
        onClose={onClose}
        first={byCadre && <WriteNext {...met} onGo={onGo} />}
      />
    </View>
  );
};

/** D2.3 The live code of somebody whom one knows already: it can prove that they met today. */
export const MeetNow = ({ text, error, onAgain, onClose, onGo }: Props) => {
  const byCadre = liveKind(text) === 'youth';
  const meet = useWrite(client.contactLog.meet, () => void Promise.all([logsChanged(), aboutMeChanged()]));
  if (meet.isSuccess) return <Met met={meet.data} byCadre={byCadre} onAgain={onAgain} onClose={onClose} onGo={onGo} />;
  return (
    <Refused error={meet.error ?? error} words={words}>
      <View className="mt16" />
      <Button id="met" icon="face" busy={meet.isPending} onPress={() => meet.mutate({ text })}>
        今天见了面
      </Button>
      <View className="mt8" />
      <Button kind="line" icon="scan" onPress={onAgain}>
        扫下一位
      </Button>
      <Button kind="quiet" onPress={onClose}>
        先到这里
      </Button>
    </Refused>
  );
};
