import { View } from '@tarojs/components';
import type { Asked } from '../../types/privacy';
import { askedWords, stateInWords } from '@/lib/asked';
import { monthAndDay } from '@/lib/day';
import { Heading } from '@/ui/Heading';

const Request = ({ asked }: { asked: Asked }) => (
  <View className="part">
    <View className="flex g8">
      <View className="grow b wrap-any">{askedWords(asked)}</View>
      <View className={asked.state === 'open' ? 'badge warn' : 'badge'}>{stateInWords(asked)}</View>
    </View>
    {asked.kind === 'concern' && asked.text && <View className="t14 ink2 mt4 wrap-any">{asked.text}</View>}
    <View className="t14 ink3 mt4">{monthAndDay(asked.askedOn)}提出</View>
    {asked.answer && asked.answeredOn && (
      <View className="note mt8 wrap-any">
        {monthAndDay(asked.answeredOn)}答复：{asked.answer}
      </View>
    )}
  </View>
);

/** D9.4 What one has asked for, where it stands, and what was answered. */
export const Requests = ({ requests }: { requests: Asked[] }) =>
  requests.length === 0 ? null : (
    <View>
      <Heading className="sec b">我的申请</Heading>
      <View className="card flush">
        {requests.map((asked) => (
          <Request key={asked.id} asked={asked} />
        ))}
      </View>
    </View>
  );
