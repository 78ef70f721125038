import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import { monthAndDay, timeOf } from '@/lib/day';
import { taskWords, wayWords } from '@/lib/logWords';
import { Heading } from '@/ui/Heading';

/** D2.5 What a log said before it was changed. */
export const Versions = ({ versions }: Pick<Outputs['contactLog']['one'], 'versions'>) =>
  versions.length === 0 ? null : (
    <View>
      <Heading className="sec b">改之前的样子</Heading>
      <View className="card flush">
        {versions.map(({ until, way, task, day, youths, text }) => (
          <View key={until} className="part">
            <View className="t14 ink2">
              {monthAndDay(day)} {wayWords[way]}，{taskWords[task]}，{youths} 位
            </View>
            {text && <View className="log-line">{text}</View>}
            <View className="t12 ink3 mt4">{timeOf(Date.parse(until))} 之前</View>
          </View>
        ))}
      </View>
    </View>
  );
