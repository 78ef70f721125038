import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/TextField';

interface Props {
  hint: string;
  longest: number;
  /** What going back is called. */
  back: string;
  busy: boolean;
  onRefuse: (reason: string) => void;
  onBack: () => void;
}

/** A no comes with its reason, which the asker reads. */
export const RefuseFields = ({ hint, longest, back, busy, onRefuse, onBack }: Props) => {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (reason.trim()) onRefuse(reason.trim());
  };
  return (
    <View className="col g8 mt16">
      <TextField
        id="reason"
        label="原因，对方会看到"
        hint={hint}
        longest={longest}
        value={reason}
        problem={tried && !reason.trim() ? '写一句原因，对方才知道怎么办' : null}
        onChange={setReason}
      />
      <Button id="send-refusal" busy={busy} onPress={send}>
        这样答复
      </Button>
      <Button kind="quiet" onPress={onBack}>
        {back}
      </Button>
    </View>
  );
};
