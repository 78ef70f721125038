import { useState } from 'react';
import { View } from '@tarojs/components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { OwnQuarter } from '../../types/contactLog';
import { leftInWords, quarterBeside, quarterInWords } from '@/lib/quarters';
import { quarterQuery, yearQuery } from '@/lib/queries';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { Icon } from '@/ui/Icon';
import { Page } from '@/ui/Page';
import { Press } from '@/ui/Press';
import { SkeletonCard, SkeletonRows } from '@/ui/Skeleton';
import { Demands } from './Demands';
import { HeatMap } from './HeatMap';
import { firstYouth, helpWords } from './helpWords';
import { SelfCheck } from './SelfCheck';
import { Spread } from './Spread';
import './quarter.scss';

const Span = ({ quarter, onGo }: { quarter: OwnQuarter; onGo: (quarter: string) => void }) => {
  const { from, until, today } = quarter;
  return (
    <View className="flex between">
      <View className="flex g4">
        <Press
          id="quarter-before"
          className="quarter-go"
          label="上一季度"
          onPress={() => onGo(quarterBeside(from, -1))}
        >
          <Icon name="left" size={20} />
        </Press>
        <Heading className="t18 b">{quarterInWords(from)}</Heading>
        {until < today && (
          <Press
            id="quarter-after"
            className="quarter-go"
            label="下一季度"
            onPress={() => onGo(quarterBeside(from, 1))}
          >
            <Icon name="right" size={20} />
          </Press>
        )}
      </View>
      <View className="t14 ink2">{leftInWords(until, today)}</View>
    </View>
  );
};

/** What would help most next, said once and with the way to it. */
const NextStep = ({ quarter: { helps, quota, from, until } }: { quarter: OwnQuarter }) => {
  const [first] = helps;
  if (!first) return <View className="note soft">这一季该做的都做到了。想联系谁，照常记一笔就好。</View>;
  const nobody = quota.counted + quota.overAge === 0;
  const { say, act, go } = nobody ? firstYouth : helpWords[first.what];
  return (
    <View className="card next-step">
      <View className="t14 b brand">现在做这一步最有用</View>
      <View className="mt4">{say(first.n)}</View>
      <View className="mt12">
        <Button id="next-step" onPress={() => go({ from, until })}>
          {act}
        </Button>
      </View>
    </View>
  );
};

/** D2 One's own quarter: each demand with where one stands, why, and what would help most next. */
const QuarterPage = () => {
  const [chosen, setChosen] = useState<string | undefined>();
  const { data, error, refetch } = useQuery({ ...quarterQuery(chosen), placeholderData: keepPreviousData });
  const year = useQuery({
    ...yearQuery(data && Number(data.from.slice(0, 4))),
    enabled: data !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <Page title="我的季度">
      {!data && error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <>
          <SkeletonCard />
          <SkeletonRows rows={4} />
        </>
      )}
      {data && (
        <>
          <Span quarter={data} onGo={setChosen} />
          {data.today <= data.until && <NextStep quarter={data} />}
          <Demands quarter={data} />
          {year.data && <HeatMap year={year.data} />}
          {year.isError && <Failed error={year.error} onRetry={() => void year.refetch()} />}
          <Spread quarter={data} />
          <SelfCheck quarter={data.from} />
        </>
      )}
    </Page>
  );
};

export default QuarterPage;
