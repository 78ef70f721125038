import { View } from '@tarojs/components';
import type { OwnLog } from '../../types/contactLog';
import { ago } from '@/lib/day';
import { peopleInWords, taskWords, wayIcons, wayWords } from '@/lib/logWords';
import { goTo, routes } from '@/lib/routes';
import { Icon } from '@/ui/Icon';
import { Press } from '@/ui/Press';
import { LogBadge } from './LogBadge';

interface Props {
  log: OwnLog;
  today: string;
  /** On the page of this one youth the name is known. */
  contactId?: string;
}

/** One of one's own logs in a list: whom, how and what, the line, when, and where it stands. */
export const LogRow = ({ log, today, contactId }: Props) => {
  const what = `${wayWords[log.way]}，${taskWords[log.task]}`;
  const text = log.text && log.textState === 'waiting' ? `等核对：${log.text}` : log.text;
  return (
    <Press className="row log-row" as="link" onPress={() => goTo(routes.logOf(log.logId))}>
      <View className="ink2">
        <Icon name={wayIcons[log.way]} />
      </View>
      <View className="grow">
        <View className="beside">
          <View className="grow b">{contactId && log.youths === 1 ? what : peopleInWords(log)}</View>
          <View className="t14 ink2 nw">{ago(log.day, today)}</View>
        </View>
        {!(contactId && log.youths === 1) && <View className="t14 ink2">{what}</View>}
        {text && <View className="t14 ink2 cut">{text}</View>}
        <LogBadge log={log} contactId={contactId} />
      </View>
    </Press>
  );
};
