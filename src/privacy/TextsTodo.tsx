import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { monthAndDay } from '@/lib/day';
import { queries } from '@/lib/queries';
import { tell } from '@/lib/tell';
import { textsQuery } from '@/lib/todoQueries';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { More } from '@/ui/More';
import { Refused } from '@/ui/Refused';
import { SkeletonRows } from '@/ui/Skeleton';

type Waiting = Outputs['privacy']['texts']['items'][number];

const kindWords: Record<Waiting['kind'], string> = {
  unit: '青年的单位',
  log: '联系记录里的话',
  answer: '对“这不是我”的答复',
};

interface TextProps {
  waiting: Waiting;
  busy: boolean;
  onAnswer: (show: boolean) => void;
}

const WaitingText = ({ waiting: { kind, text, orgName, writtenOn }, busy, onAnswer }: TextProps) => (
  <View className="part waiting-text">
    <View className="b wrap-any">{text}</View>
    <View className="t14 ink2 wrap-any">
      {kindWords[kind]}，{orgName}，{monthAndDay(writtenOn)}写的
    </View>
    <View className="flex g8 mt8">
      <Button kind="second" size="small" label={`通过：${text}`} busy={busy} onPress={() => onAnswer(true)}>
        通过
      </Button>
      <Button kind="line" size="small" label={`不显示：${text}`} busy={busy} onPress={() => onAnswer(false)}>
        不显示
      </Button>
    </View>
  </View>
);

/** D9.4 Texts that nobody else sees before an administrator has read them; whose they are is not said. */
export const TextsTodo = () => {
  const { data, isPending, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(textsQuery);
  const answer = useWrite(async (input: Parameters<typeof client.privacy.answerText>[0]) => {
    // Refused, the text has changed or been answered: what waits now is in the list either way.
    try {
      await client.privacy.answerText(input);
      void tell(input.show ? '已通过，别人看得到了' : '好，别人看不到');
    } finally {
      void queries.invalidateQueries(textsQuery);
    }
  });
  useDidShow(() => void refetch());
  if (isPending) return <SkeletonRows rows={2} />;
  if (!data) return <Failed error={error} onRetry={() => void refetch()} />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0 && !answer.isError) return null;
  return (
    <View id="texts">
      <Heading className="sec b">等你看一眼的文字</Heading>
      <View className="t14 ink2">
        看一眼适不适合给别人看。通过之前，只有写的人自己看得到；这里不写是谁，也不写说的是谁。
      </View>
      {answer.isError && (
        <View className="card mt8">
          <Refused error={answer.error} />
        </View>
      )}
      {items.length > 0 && (
        <View className="card flush mt8">
          {items.map((waiting) => (
            <WaitingText
              key={waiting.textId}
              waiting={waiting}
              busy={answer.isPending && answer.variables.textId === waiting.textId}
              onAnswer={(show) => answer.mutate({ textId: waiting.textId, show })}
            />
          ))}
        </View>
      )}
      <More of={{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </View>
  );
};
