import { useState } from 'react';
import { View } from '@tarojs/components';
import { useMutation } from '@tanstack/react-query';
import type { ChannelKind } from '../../types/words';
import { client } from '@/lib/client';
import { channelWords } from '@/lib/words';
import { Button } from '@/ui/Button';
import { Refused } from '@/ui/Refused';
import { TextField } from '@/ui/TextField';

interface Props {
  postId: string;
  kind: ChannelKind;
  onRevealed: (value: string) => void;
}

/** D9.7 One channel whole: first the reason, which the cadre will see. */
export const RevealForm = ({ postId, kind, onRevealed }: Props) => {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const reveal = useMutation({
    mutationFn: () => client.org.revealChannel({ postId, kind, reason }),
    onSuccess: ({ value }) => onRevealed(value),
  });
  const isShort = reason.trim().length < 2;
  const send = () => {
    setTried(true);
    if (!isShort) reveal.mutate();
  };
  return (
    <View className="col g12 mt16">
      <TextField
        id="reason"
        label={`为什么要看完整的${channelWords[kind]}`}
        hint="例如：核对值班电话"
        value={reason}
        longest={60}
        problem={tried && isShort ? '写两个字以上，对方会看到。' : undefined}
        onChange={setReason}
        onConfirm={send}
      />
      {reveal.isError && <Refused error={reveal.error} />}
      <Button id="reveal" busy={reveal.isPending} onPress={send}>
        看完整的
      </Button>
      <View className="t14 ink2">你的名字、时间和这个原因会留下记录，对方看得到。</View>
    </View>
  );
};
