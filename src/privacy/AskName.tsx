import { useState } from 'react';
import type { Asked } from '../../types/privacy';
import { client } from '@/lib/client';
import { queries, recordQuery } from '@/lib/queries';
import { useAsking } from '@/lib/useAsking';
import { wrongParts } from '@/lib/wrongParts';
import { TextField } from '@/ui/TextField';
import { Asking } from './Asking';

/** D9.4 Another name is asked for. */
export const AskName = ({ now, waits }: { now: string; waits?: Asked }) => {
  const [name, setName] = useState(now);
  const [missing, setMissing] = useState(false);
  const ask = useAsking(client.privacy.askName, () => void queries.invalidateQueries(recordQuery));
  const wrong = wrongParts(ask.error).includes('name') ? '姓名里有多余的符号或数字，改一下再试' : undefined;
  return (
    <Asking
      id="ask-name"
      title="姓名"
      why="团干部这样称呼你。"
      waits={waits}
      busy={ask.isPending}
      error={wrong ? null : ask.error}
      onAsk={() => {
        setMissing(!name.trim());
        if (name.trim()) ask.mutate({ name: name.trim() });
      }}
    >
      <TextField
        id="name"
        label="正确的姓名"
        hint="真实姓名"
        value={name}
        problem={missing ? '还差姓名' : wrong}
        onChange={(typed) => {
          ask.reset();
          setMissing(false);
          setName(typed);
        }}
      />
    </Asking>
  );
};
