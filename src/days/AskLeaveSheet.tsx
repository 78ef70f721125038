import { useState } from 'react';
import { View } from '@tarojs/components';
import { policy } from '../../config/policy';
import { client } from '@/lib/client';
import { daysAfter } from '@/lib/day';
import { tell } from '@/lib/tell';
import { useAsking } from '@/lib/useAsking';
import { Button } from '@/ui/Button';
import { DayInput } from '@/ui/DayInput';
import { Heading } from '@/ui/Heading';
import { Labelled } from '@/ui/Labelled';
import { Sheet } from '@/ui/Sheet';
import { Unsaved } from '@/ui/Unsaved';
import { leaveChanged } from './leaveQueries';
import { lengthOf } from './leaveSpan';

const { daysBack, daysAhead, longest } = policy.grassrootsDay.leave;

/** C17 Asks for leave: from when until when, and never why. */
export const AskLeaveSheet = ({ today, onClose }: { today: string; onClose: () => void }) => {
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(today);
  const ask = useAsking(client.grassrootsDay.askLeave, () => {
    void leaveChanged();
    void tell('已提出，等管理员答复');
    onClose();
  });
  const last = [daysAfter(today, daysAhead), daysAfter(from, longest - 1)].sort()[0] ?? from;
  const begin = (day: string) => {
    ask.reset();
    setFrom(day);
    if (until < day) setUntil(day);
  };
  const end = (day: string) => {
    ask.reset();
    setUntil(day);
    if (day < from) setFrom(day);
  };
  return (
    <Sheet label="请假" onClose={onClose}>
      <Heading className="t22 b">请几天假</Heading>
      <View className="ink2 mt4">填日子就好，不用写原因。过去的日子也可以补。</View>
      <View className="col g12 mt16">
        <Labelled id="leave-from" label="从哪一天">
          <DayInput
            id="leave-from"
            name="从哪一天"
            value={from}
            first={daysAfter(today, -daysBack)}
            last={daysAfter(today, daysAhead)}
            onChange={begin}
          />
        </Labelled>
        <Labelled id="leave-until" label="到哪一天，这一天也算">
          <DayInput id="leave-until" name="到哪一天" value={until} first={from} last={last} onChange={end} />
        </Labelled>
      </View>
      <View className="mt16" />
      <Unsaved error={ask.error} />
      <Button id="ask-leave" busy={ask.isPending} onPress={() => ask.mutate({ from, until })}>
        请 {lengthOf({ from, until })} 天假
      </Button>
    </Sheet>
  );
};
