import { ScrollView, View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { FIELDS } from '../../types/words';
import { type SomeYouths, todosQuery } from '@/lib/queries';
import { fieldWords } from '@/lib/words';
import { Choices } from '@/ui/Choices';
import { Icon } from '@/ui/Icon';

type Held = Outputs['contact']['list']['held'];

interface Props {
  held: Held;
  some: SomeYouths | null;
  onChange: (some: SomeYouths | null) => void;
}

export const totalOf = (held: Held): number => FIELDS.reduce((sum, field) => sum + held[field], 0);

const all = 'all';

/** D2.3 How many one was not in touch with for long. */
const Quiet = ({ n, days }: Outputs['contactLog']['todos']['quiet']) => (
  <View className="flex g4">
    <Icon name="quiet" size={16} />
    {days} 天没联系 {n}
  </View>
);

/** All, those who were quiet for long, or one field. */
export const YouthFilter = ({ held, some, onChange }: Props) => {
  const { data } = useQuery(todosQuery);
  const quiet = data?.quiet;
  const options = [
    all,
    ...(some === 'quiet' || (quiet && quiet.n > 0) ? (['quiet'] as const) : []),
    ...FIELDS.filter((each) => held[each] > 0),
  ] as const;
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="chips-scroll">
      <Choices
        id="field"
        label="看哪些"
        options={options}
        chosen={some ?? all}
        onChoose={(each) => onChange(each === all ? null : each)}
      >
        {(each) => {
          if (each === all) return `全部 ${totalOf(held)}`;
          if (each === 'quiet') return quiet ? <Quiet {...quiet} /> : '很久没联系';
          return (
            <>
              <View className={`field f-${each}`}>{fieldWords[each]}</View>
              {held[each]}
            </>
          );
        }}
      </Choices>
    </ScrollView>
  );
};
