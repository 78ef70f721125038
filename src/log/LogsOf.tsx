import { View } from '@tarojs/components';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { meQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { Row } from '@/ui/Row';
import { SkeletonRows } from '@/ui/Skeleton';
import { logsQuery } from './logQueries';
import { LogRow } from './LogRow';
import './logs.scss';

const shownAtFirst = 3;

/** On a youth's page: the latest logs about that one. */
export const LogsOf = ({ contactId }: { contactId: string }) => {
  const logs = useInfiniteQuery(logsQuery({ contactId }));
  const { data: me } = useQuery(meQuery);
  const all = logs.data?.pages.flatMap(({ items }) => items) ?? [];
  const today = me?.today ?? '';
  return (
    <View>
      <Heading className="sec b">联系记录</Heading>
      {all.length > 0 && (
        <View className="card flush rows by-icon">
          {all.slice(0, shownAtFirst).map((log) => (
            <LogRow key={log.logId} log={log} today={today} contactId={contactId} />
          ))}
          {all.length > shownAtFirst && (
            <Row id="all-logs" title="更早的" onPress={() => goTo(routes.logs({ contactId }))} />
          )}
        </View>
      )}
      {logs.isSuccess && all.length === 0 && <View className="note">还没有记过。联系了一次，就记一笔。</View>}
      {logs.isPending && <SkeletonRows rows={2} />}
      {logs.isError && <Failed error={logs.error} onRetry={() => void logs.refetch()} />}
    </View>
  );
};
