import { useState } from 'react';
import { View } from '@tarojs/components';
import { policy } from '../../config/policy';
import type { LogMark } from '../../types/contactLog';
import { client } from '@/lib/client';
import { logsChanged } from '@/lib/queries';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { Sheet } from '@/ui/Sheet';
import { TextArea } from '@/ui/TextArea';
import { Unsaved } from '@/ui/Unsaved';

interface Props {
  logId: string;
  mark: LogMark;
  onClose: () => void;
}

/** A youth said "这不是我": the cadre says how it was, or takes that one off the log. */
export const AnswerSheet = ({ logId, mark: { contactId, name, answer }, onClose }: Props) => {
  const [text, setText] = useState(answer ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const write = useWrite(client.contactLog.answer, (_, { text: said }) => {
    void logsChanged();
    void tell(said === null ? '去掉了这一位' : '送出了');
    onClose();
  });
  const send = () => {
    const said = text.trim();
    if (said === '') setProblem('还没有写');
    else if (/[<>]/.test(said)) setProblem('这里写不了 < 和 >，换个写法');
    else write.mutate({ logId, contactId, text: said });
  };
  return (
    <Sheet label="答复对方" onClose={onClose}>
      <Heading className="t22 b wrap-any">{name}说“这不是我”</Heading>
      <View className="ink2 mt4">说说是哪一次，对方看过再定。在那之前，这一笔里不算这一位。</View>
      <View className="mt16">
        <TextArea
          id="answer"
          label="你的答复"
          hint="那天在哪里，聊了什么"
          value={text}
          longest={policy.contactLog.longest}
          problem={problem}
          onChange={setText}
        />
      </View>
      <View className="col g8 mt16">
        <Unsaved error={write.error} />
        <Button id="send-answer" busy={write.isPending} onPress={send}>
          送出答复
        </Button>
        <Button
          id="strike"
          kind="line"
          busy={write.isPending}
          onPress={() => write.mutate({ logId, contactId, text: null })}
        >
          是我记错了，去掉这一位
        </Button>
      </View>
    </Sheet>
  );
};
