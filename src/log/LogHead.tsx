import { View } from '@tarojs/components';
import type { OwnLog } from '../../types/contactLog';
import { dayOf, dayWithWeekday, monthAndDay, timeOf } from '@/lib/day';
import { taskWords, wayIcons, wayWords } from '@/lib/logWords';
import { Heading } from '@/ui/Heading';
import { Icon } from '@/ui/Icon';

/** What is said beside one's own text that others do not see. */
const unreadWords: Record<OwnLog['textState'], string | null> = {
  shown: null,
  waiting: '这句话等核对，核对好了别人才看得到。',
  hidden: '这句话没有通过，只有你看得到。',
};

/** What is said in place of a text that is not shown. */
const withoutText = ({ textState }: OwnLog): string =>
  textState === 'hidden' ? '这句话藏起来了，谁也看不到。这一笔照样在。' : '里面有人看不到了，这句话也不再显示。';

const weightWords = ({ weight, late }: OwnLog): string | null => {
  if (weight === 0) return '这一笔现在不算数，里面没有一位能算进去。';
  return late ? '补记的，在“日常有声音”里只算半天。' : null;
};

const writtenWords = ({ writtenAt, changedAt }: OwnLog): string => {
  const at = (instant: string) => `${monthAndDay(dayOf(instant))} ${timeOf(Date.parse(instant))}`;
  return changedAt ? `${at(writtenAt)} 记下，${at(changedAt)} 改过` : `${at(writtenAt)} 记下`;
};

/** What a log says, and what it weighs. */
export const LogHead = ({ log }: { log: OwnLog }) => {
  const instead = log.text === null ? withoutText(log) : log.text && unreadWords[log.textState];
  const weighs = weightWords(log);
  return (
    <View className="card">
      <View className="flex g8">
        <View className="ink2">
          <Icon name={wayIcons[log.way]} size={20} />
        </View>
        <Heading className="t18 b">
          {wayWords[log.way]}，{taskWords[log.task]}
        </Heading>
        {log.activity && <View className="badge good">一场活动</View>}
      </View>
      <View className="t14 ink2 mt4">{dayWithWeekday(log.day)}</View>
      {log.text && <View className="mt12 log-line">{log.text}</View>}
      {instead && <View className="note mt12">{instead}</View>}
      {weighs && <View className="note warn mt12">{weighs}</View>}
      <View className="t12 ink3 mt12">{writtenWords(log)}</View>
    </View>
  );
};
