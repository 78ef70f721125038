import { View } from '@tarojs/components';
import { useMutation } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import type { LogTask, LogWay } from '../../types/words';
import { client } from '@/lib/client';
import type { Whom } from '@/lib/handedOver';
import { taskWords, wayWords } from '@/lib/logWords';
import { sayError } from '@/lib/say';
import { tell } from '@/lib/tell';
import { Icon } from '@/ui/Icon';
import { Press } from '@/ui/Press';

type Last = NonNullable<Outputs['contactLog']['offer']['last']>;

interface Props {
  last: Last;
  /** Those whose names are here already. */
  known: Whom[];
  onRepeat: (same: { task: LogTask; way: LogWay; people: Whom[] }) => void;
}

/** Names that are not here are asked for: the log may have been about many. */
const peopleOf = async ({ logId, contactIds }: Last, known: Whom[]): Promise<Whom[]> => {
  const named = known.filter(({ contactId }) => contactIds.includes(contactId));
  const people = named.length < contactIds.length ? (await client.contactLog.one({ logId })).log.people : named;
  return people
    .filter(({ contactId }) => contactIds.includes(contactId))
    .map(({ contactId, name }) => ({ contactId, name }));
};

/** The last one whole: task, people and way; the day is today, the line is a new one. */
export const RepeatChip = ({ last, known, onRepeat }: Props) => {
  const { task, way } = last;
  const repeat = useMutation({
    mutationFn: () => peopleOf(last, known),
    onSuccess: (people) => onRepeat({ task, way, people }),
    onError: (error) => void tell(sayError(error).title),
  });
  return (
    <View className="flex">
      <Press id="repeat" className="chip" onPress={() => repeat.mutate()}>
        <View className="flex g8 brand">
          <Icon name="repeat" size={16} />
          和上一笔一样：{taskWords[task]}，{wayWords[way]}
        </View>
      </Press>
    </View>
  );
};
