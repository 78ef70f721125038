import { useState } from 'react';
import { View } from '@tarojs/components';
import { policy } from '../../config/policy';
import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { Sheet } from '@/ui/Sheet';
import { TextField } from '@/ui/TextField';
import { Unsaved } from '@/ui/Unsaved';
import { leaveChanged } from './leaveQueries';
import { lengthOf, spanWords } from './leaveSpan';

interface Props {
  leave: Outputs['grassrootsDay']['askedLeaves']['items'][number];
  today: string;
  onClose: () => void;
}

/** C17 An administrator approves leave, or says why not. */
export const AnswerLeaveSheet = ({ leave, today, onClose }: Props) => {
  const { leaveId, cadreName, orgName } = leave;
  const [reason, setReason] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const answer = useWrite(client.grassrootsDay.answerLeave, () => {
    void leaveChanged();
    void tell('已答复');
    onClose();
  });
  const refuse = () => {
    setTried(true);
    const said = reason?.trim();
    if (said) answer.mutate({ leaveId, approved: false, reason: said });
  };
  return (
    <Sheet label="答复请假" onClose={onClose}>
      <Heading className="t22 b wrap-any">{cadreName}</Heading>
      <View className="ink2 mt4">
        {orgName}，{spanWords(leave, today)}，一共 {lengthOf(leave)} 天。
      </View>
      <View className="t14 ink2 mt8">通过之后，这几天不算进每周一天里；已经过去的周也会重新算。</View>
      <View className="mt16" />
      {reason !== null && (
        <TextField
          id="leave-reason"
          label="为什么不通过，对方会看到"
          hint="比如：那几天有全省的会"
          longest={policy.grassrootsDay.reason}
          value={reason}
          problem={tried && !reason.trim() ? '写一句原因，对方才知道怎么办' : null}
          onChange={setReason}
        />
      )}
      <View className="mt16" />
      <Unsaved error={answer.error} />
      {reason === null ? (
        <View className="col g8">
          <Button
            id="approve-leave"
            busy={answer.isPending}
            onPress={() => answer.mutate({ leaveId, approved: true, reason: null })}
          >
            通过
          </Button>
          <Button id="refuse-leave" kind="quiet" onPress={() => setReason('')}>
            不通过
          </Button>
        </View>
      ) : (
        <View className="col g8">
          <Button id="send-leave-refusal" busy={answer.isPending} onPress={refuse}>
            不通过，告诉对方
          </Button>
          <Button kind="quiet" onPress={() => setReason(null)}>
            返回
          </Button>
        </View>
      )}
    </Sheet>
  );
};
