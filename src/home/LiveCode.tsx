import { View } from '@tarojs/components';
import { Unreachable } from '@/lib/call';
import { codeQuery } from '@/lib/queries';
import { noNetwork } from '@/lib/say';
import { useLiveCode } from '@/lib/useLiveCode';
import { Code } from '@/ui/Code';
import { Failed } from '@/ui/Failed';
import { Ring } from '@/ui/Ring';
import { NoCode } from './NoCode';

const readers = { youth: '请团干部扫', cadre: '请青年扫' };

interface Props {
  shown: boolean;
  /** D2.3 A cadre's live code proves a meeting. */
  kind?: 'youth' | 'cadre';
}

/** A live code with the time left on it. Goes on without a network for as long as its steps last. */
export const LiveCode = ({ shown, kind = 'youth' }: Props) => {
  const { data, code, error, refetch } = useLiveCode(codeQuery(kind, kind === 'cadre'), shown);
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
