import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/ui/Button';
import { Press } from '@/ui/Press';
import { Unsaved } from '@/ui/Unsaved';
import type { WaitingDay } from './dayWords';
import { RefuseDays } from './RefuseDays';
import { useAnswerDays } from './useAnswerDays';
import { WaitingRow } from './WaitingRow';

/** As many as one answer takes. */
const most = 100;

interface Props {
  /** The oldest first. */
  days: WaitingDay[];
  /** The buttons stay in reach over the end of a long page. */
  long?: boolean;
}

/** D8.2 Days that wait: several are chosen, and confirmed or refused at once. */
export const WaitingList = ({ days, long = false }: Props) => {
  const [ids, setIds] = useState<string[]>([]);
  const [refusing, setRefusing] = useState(false);
  const answer = useAnswerDays(() => setIds([]));
  const chosen = days.filter(({ checkInId }) => ids.includes(checkInId)).slice(0, most);
  const toggle = (id: string) => setIds(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]);
  const all = chosen.length === Math.min(days.length, most);
  const confirm = () =>
    answer.mutate({ checkInIds: chosen.map(({ checkInId }) => checkInId), confirmed: true, reason: null });
  return (
    <>
      <View className="flex between">
        <View className="t14 ink2">
          {chosen.length > 0 ? `选了 ${chosen.length} 天` : '点一下选上，可以选几天一起答复'}
        </View>
        <Press
          id="choose-all-days"
          className="text-btn"
          onPress={() => setIds(all ? [] : days.slice(0, most).map(({ checkInId }) => checkInId))}
        >
          {all ? '都不选' : '全选'}
        </Press>
      </View>
      <View className="card flush rows by-ava" id="waiting-days">
        {days.map((day) => (
          <WaitingRow
            key={day.checkInId}
            day={day}
            chosen={ids.includes(day.checkInId)}
            onPress={() => toggle(day.checkInId)}
          />
        ))}
      </View>
      {(chosen.length > 0 || answer.isError) && (
        <View className={long ? 'foot' : 'mt12'}>
          <Unsaved error={answer.error} />
          {chosen.length > 0 && (
            <View className="two-buttons">
              <Button id="confirm-days" busy={answer.isPending} onPress={confirm}>
                {chosen.length === 1 ? '来过' : `这 ${chosen.length} 天都来过`}
              </Button>
              <Button id="refuse-days" kind="second" onPress={() => setRefusing(true)}>
                不是
              </Button>
            </View>
          )}
        </View>
      )}
      {refusing && chosen.length > 0 && <RefuseDays days={chosen} onClose={() => setRefusing(false)} />}
    </>
  );
};
