import { useEffect } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { policy } from '../../config/policy';
import type { Me } from '../../types/org';
import type { DueStanding } from '../../types/shared';
import { dayWithWeekday } from '@/lib/day';
import { offerAhead, todosQuery } from '@/lib/queries';
import { notYetDue, standingWords } from '@/lib/quotaWords';
import { goTo, routes } from '@/lib/routes';
import { thinSentence } from '@/lib/thin';
import { Button } from '@/ui/Button';
import { Page } from '@/ui/Page';
import { Ring } from '@/ui/Ring';
import { Breadth } from './Breadth';
import { QuarterLine, WeekPart, WeeksLine } from './Rhythm';
import { CadreTodos } from './Todos';
import { Unsent } from './Unsent';

interface Props {
  cadre: NonNullable<Me['cadre']>;
  today: string;
  onScan: () => void;
}

const StandingPart = ({ standing }: { standing: DueStanding }) => {
  const { counted, quota, overAge } = standing;
  const later = notYetDue(standing);
  return (
    <View className="part beside g16">
      <Ring size={104} line={10} done={counted / quota}>
        <View className="t32 b">{counted}</View>
        <View className="t12 ink3">/ {quota} 位</View>
      </Ring>
      <View className="grow">
        <View className="t18 b">{standingWords(standing)}</View>
        {later && (
          <View className="t14 ink2 mt4">
            {quota} 位，{later}。
          </View>
        )}
        <View className="t14 ink2 mt4">{thinSentence(standing)}</View>
        {overAge > 0 && (
          <View className="t12 ink3 mt4">
            另有 {overAge} 位满 {policy.age.uncountedFrom} 岁，不计入
          </View>
        )}
      </View>
    </View>
  );
};

/** A cadre's day: how far, what next, and the one button. */
export const Today = ({ cadre, today, onScan }: Props) => {
  const { isFetched } = useQuery(todosQuery);
  useEffect(() => {
    if (isFetched) offerAhead();
  }, [isFetched]);
  return (
    <Page title={dayWithWeekday(today)} kind="over-tabs" first>
      <Unsent />
      <View className="card flush">
        <StandingPart standing={cadre.standing} />
        <WeekPart today={today} />
        <WeeksLine />
        <QuarterLine />
      </View>
      <CadreTodos today={today} />
      <View className="card flush">
        <Breadth standing={cadre.standing} />
      </View>
      <View className="foot over-tabs">
        <View className="two-buttons">
          <Button id="log" kind="second" size="large" icon="pencil" onPress={() => goTo(routes.log())}>
            记一笔
          </Button>
          <Button id="scan" size="large" icon="scan" onPress={onScan}>
            扫一扫
          </Button>
        </View>
      </View>
    </Page>
  );
};
