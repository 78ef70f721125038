import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import type { Explanation } from '../../types/words';
import { monthAndDay } from '@/lib/day';
import { Refused } from '@/ui/Refused';
import { useWrite } from '@/lib/useWrite';
import { client } from '@/lib/client';
import { daysChanged } from '@/lib/queries';
import { tell } from '@/lib/tell';
import { Choices } from '@/ui/Choices';
import { explanationsOf, explanationWords, patternWords } from './patternWords';

type Pattern = Outputs['grassrootsDay']['patterns']['items'][number];

/** D4.2 One thing that looks odd, and what the cadre says to it: one tap, which another one changes. */
export const PatternCard = ({ pattern }: { pattern: Pattern }) => {
  const { patternId, kind, explanation, until } = pattern;
  const write = useWrite(client.grassrootsDay.explain, () => {
    void daysChanged();
    void tell('记下了');
  });
  const chosen: Explanation | null = write.isPending ? write.variables.explanation : explanation;
  return (
    <View className="card" id={`pattern-${kind}`}>
      <View className="wrap-any">{patternWords(pattern)}</View>
      <View className="t14 ink2 mt4">
        {explanation ? '你说过了，要改就再点一个' : `${monthAndDay(until)}之前说一声，组织看到的就是你的说法`}
      </View>
      <View className="mt12" />
      <Choices
        id={`explain-${patternId}`}
        label="是怎么回事"
        options={explanationsOf[kind]}
        chosen={chosen}
        onPaper
        onChoose={(said) => write.mutate({ patternId, explanation: said })}
      >
        {(option) => explanationWords[option]}
      </Choices>
      {write.isError && (
        <View className="mt12">
          <Refused error={write.error} />
        </View>
      )}
    </View>
  );
};
