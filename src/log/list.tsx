import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { LOG_FIGURES, type LogFigure } from '../../types/words';
import { monthAndDay } from '@/lib/day';
import { meQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { useMoreAtBottom } from '@/lib/useMoreAtBottom';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Failed } from '@/ui/Failed';
import { More } from '@/ui/More';
import { Page } from '@/ui/Page';
import { SkeletonRows } from '@/ui/Skeleton';
import { logsQuery } from './logQueries';
import { LogRow } from './LogRow';
import './logs.scss';

const figureWords: Record<LogFigure, string> = {
  counting: '算数的',
  late: '补记的',
  activities: '记成活动的',
  met: '算见过面的',
  unproved: '记了见面、还没有凭据的',
  disputed: '对方说“这不是我”的',
};

const spanWords = (from: string, until: string): string =>
  from === until ? monthAndDay(from) : `${monthAndDay(from)}到${monthAndDay(until)}`;

/** One's own logs, the latest day first: all, of one contact, of a span of days, of one figure. */
const LogsPage = () => {
  const { contactId, from, until, only } = useRouter().params;
  const figure = LOG_FIGURES.find((each) => each === only);
  const logs = useInfiniteQuery(logsQuery({ contactId, from, until, only: figure }));
  const { data: me } = useQuery(meQuery);
  const rows = logs.data?.pages.flatMap(({ items }) => items) ?? [];
  useMoreAtBottom(logs);
  return (
    <Page title="联系记录">
      {(figure ?? (from && until)) && (
        <View className="t14 ink2">
          {[from && until && spanWords(from, until), figure && figureWords[figure]].filter(Boolean).join('，')}
        </View>
      )}
      {rows.length > 0 && (
        <View className="card flush rows by-icon" id="logs">
          {rows.map((log) => (
            <LogRow key={log.logId} log={log} today={me?.today ?? ''} contactId={contactId} />
          ))}
        </View>
      )}
      {logs.isSuccess && rows.length === 0 && (
        <Empty icon="pencil" title="这里还没有记录" why="联系了谁，当天记一笔，十秒就好。">
          <Button size="small" icon="pencil" onPress={() => goTo(routes.log())}>
            记一笔
          </Button>
        </Empty>
      )}
      {logs.isPending && <SkeletonRows rows={5} />}
      <More of={logs} />
      {logs.isError && <Failed error={logs.error} onRetry={() => void logs.refetch()} />}
    </Page>
  );
};

export default LogsPage;
