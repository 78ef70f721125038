import { useEffect } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { Unreachable } from '@/lib/call';
import { usePhoneSeconds } from '@/lib/clock';
import { runsLow, shownCode } from '@/lib/liveCode';
import { codeQuery } from '@/lib/queries';
import { noNetwork } from '@/lib/say';
import { Code } from '@/ui/Code';
import { Failed } from '@/ui/Failed';
import { Ring } from '@/ui/Ring';
import { NoCode } from './NoCode';

const secondsBetweenTries = 10;

const readers = { youth: '请团干部扫', cadre: '请青年扫' };

interface Props {
  shown: boolean;
  /** D2.3 A cadre's live code proves a meeting. */
  kind?: 'youth' | 'cadre';
}

/** A live code with the time left on it. Goes on without a network for as long as its steps last. */
export const LiveCode = ({ shown, kind = 'youth' }: Props) => {
  const { data, error, isFetching, refetch, dataUpdatedAt, errorUpdatedAt } = useQuery(
    codeQuery(kind, kind === 'cadre'),
  );
  const now = usePhoneSeconds(shown);
  const code = data && shownCode(data, now);
  const triedAt = Math.max(dataUpdatedAt, errorUpdatedAt);
  const due = data !== undefined && code !== undefined && runsLow(data, code);

  useEffect(() => {
    if (due && !isFetching && now - triedAt > secondsBetweenTries * 1000) void refetch();
  }, [due, isFetching, now, triedAt, refetch]);

  if (!data || !code) {
    return error ? (
      <Failed error={error} onRetry={() => void refetch()} />
    ) : (
      <View className="card col center">
        <View className="skeleton live-code after-a-while" />
      </View>
    );
  }
  return (
    <View className="card col center">
      {code.text ? (
        <Ring square size={264} line={6} done={code.share}>
          <Code text={code.text} label={`${data.name}的码，${readers[kind]}`} />
        </Ring>
      ) : (
        <NoCode
          title="码用完了"
          now={`${error instanceof Unreachable ? noNetwork.title : '正在取新的'}，连上网就有新的。`}
          onRetry={() => void refetch()}
        />
      )}
      <View className="t22 b mt12 wrap-any">{data.name}</View>
      {code.text && (
        <View className="t14 ink2">
          {readers[kind]}这个码，{code.secondsLeft} 秒后换新
        </View>
      )}
    </View>
  );
};
