import { View } from '@tarojs/components';
import { policy } from '../../config/policy';
import { wholeDay } from '@/lib/day';

interface Props {
  askedOn: string;
  dueOn: string;
  overdue: boolean;
}

/** D9.4 Until when an answer is promised. */
export const Due = ({ askedOn, dueOn, overdue }: Props) => (
  <View className={overdue ? 'note warn' : 'note'}>
    {wholeDay(askedOn)}提出，
    {overdue ? `该在${wholeDay(dueOn)}之前答复，已经过了。` : `请在${wholeDay(dueOn)}之前答复。`}
    {policy.answerDays} 天按自然日算，节假日也在内。
  </View>
);
