import { useState } from 'react';
import { policy } from '../../config/policy';
import type { Asked } from '../../types/privacy';
import { BirthMonth } from '@/home/BirthMonth';
import { client } from '@/lib/client';
import { queries, recordQuery } from '@/lib/queries';
import type { say } from '@/lib/say';
import { useAsking } from '@/lib/useAsking';
import { Labelled } from '@/ui/Labelled';
import { Asking } from './Asking';

const words: Partial<typeof say> = {
  UNDER_14: () => ({
    title: `未满 ${policy.age.registerFrom} 岁不登记`,
    why: '这个年月还不到登记的年龄。',
    now: '真是这样的话，请先注销，到了年龄再来。',
  }),
};

/** D9.4 Another month of birth is asked for. */
export const AskBirthMonth = ({ now, waits }: { now: string; waits?: Asked }) => {
  const [born, setBorn] = useState(now);
  const [missing, setMissing] = useState(false);
  const ask = useAsking(client.privacy.askBirthMonth, () => void queries.invalidateQueries(recordQuery));
  const send = () => {
    setMissing(!born);
    const [birthYear = 0, birthMonth = 0] = born.split('-').map(Number);
    if (born) ask.mutate({ birthYear, birthMonth });
  };
  const problem = missing ? '还差出生年月' : undefined;
  return (
    <Asking
      id="ask-born"
      title="出生年月"
      why={`它决定满没满 ${policy.age.adultFrom} 和 ${policy.age.uncountedFrom} 岁。`}
      waits={waits}
      busy={ask.isPending}
      error={ask.error}
      words={words}
      onAsk={send}
    >
      <Labelled id="born" label="正确的出生年月" problem={problem}>
        <BirthMonth
          value={born}
          problem={problem}
          onChange={(month) => {
            ask.reset();
            setMissing(false);
            setBorn(month);
          }}
        />
      </Labelled>
    </Asking>
  );
};
