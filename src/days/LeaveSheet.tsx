import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { dayOf, monthAndDay } from '@/lib/day';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { leaveWords } from '@/lib/leaveWords';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { Row } from '@/ui/Row';
import { Sheet } from '@/ui/Sheet';
import { Unsaved } from '@/ui/Unsaved';
import { leaveChanged } from './leaveQueries';
import { lengthOf, spanWords } from './leaveSpan';

interface Props {
  leave: Outputs['grassrootsDay']['leaves']['items'][number];
  today: string;
  onClose: () => void;
}

/** One leave of one's own: what became of it, and the way to take it back. */
export const LeaveSheet = ({ leave, today, onClose }: Props) => {
  const { leaveId, state, askedAt, answeredAt, reason } = leave;
  const cancel = useWrite(client.grassrootsDay.cancelLeave, () => {
    void leaveChanged();
    void tell('已取消');
    onClose();
  });
  const lives = state === 'asked' || state === 'approved';
  return (
    <Sheet label="这次请假" onClose={onClose}>
      <Heading className="t22 b">{spanWords(leave, today)}</Heading>
      <View className="card flush mt16">
        <Row fact title="一共" aside={`${lengthOf(leave)} 天`} />
        <Row fact title="现在" aside={leaveWords[state]} />
        <Row fact title="提出" aside={monthAndDay(dayOf(askedAt))} />
        {answeredAt && <Row fact title="答复" aside={monthAndDay(dayOf(answeredAt))} />}
        {reason && <Row fact title="说明" aside={reason} />}
      </View>
      {lives && (
        <>
          {state === 'approved' && <View className="t14 ink2 mt12">取消之后，这几天里的工作日照常算。</View>}
          <View className="mt16" />
          <Unsaved error={cancel.error} />
          <Button id="cancel-leave" kind="line" busy={cancel.isPending} onPress={() => cancel.mutate({ leaveId })}>
            取消这次请假
          </Button>
        </>
      )}
    </Sheet>
  );
};
