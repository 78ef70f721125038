import { useState } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { RemindMe } from '@/home/RemindMe';
import { goTo, routes } from '@/lib/routes';
import { sayError } from '@/lib/say';
import { visitorsQuery } from '@/lib/siteQueries';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { Row } from '@/ui/Row';
import { Unsaved } from '@/ui/Unsaved';
import { type WaitingDay, waitsForContact } from './dayWords';
import { RefuseDays } from './RefuseDays';
import { useAnswerDays } from './useAnswerDays';
import { VisitorRow } from './VisitorRow';

const everyMs = 5_000;

/** D4.2, D8.2 Who was here today, for the site's contact; who waits for a word stands on top. */
export const Visitors = ({ siteId, shown }: { siteId: string; shown: boolean }) => {
  const { data, error } = useQuery({ ...visitorsQuery(siteId), refetchInterval: shown && everyMs });
  const [refusing, setRefusing] = useState<WaitingDay | null>(null);
  const answer = useAnswerDays();
  const visitors = data?.items ?? [];
  const waiting = visitors.filter(waitsForContact);
  const came = visitors.filter(({ state }) => state !== 'refused');
  const earlier = data?.earlier ?? 0;
  const confirm = (days: WaitingDay[]) =>
    answer.mutate({ checkInIds: days.map(({ checkInId }) => checkInId), confirmed: true, reason: null });
  return (
    <View className="site-visitors">
      <View className="flex between">
        <Heading className="t18 b">{came.length > 0 ? `今天来过 ${came.length} 位` : '今天来过的'}</Heading>
        {waiting.length > 0 && <View className="t14 ink2">{waiting.length} 位待你确认</View>}
      </View>
      <Unsaved error={answer.error} />
      <View className="rows by-ava site-rows" id="visitors" aria-live="polite">
        {visitors.map((visitor) => (
          <VisitorRow
            key={visitor.checkInId}
            visitor={visitor}
            busy={answer.isPending}
            onConfirm={() => confirm([visitor])}
            onRefuse={() => setRefusing(visitor)}
          />
        ))}
      </View>
      {data && visitors.length === 0 && <View className="t14 ink2">还没有。有人扫了码，马上就在这里。</View>}
      {!data && error && <View className="t14 ink2">{sayError(error).title}，连上就看得到谁来过。</View>}
      {waiting.length > 1 && (
        <Button id="confirm-all" kind="second" busy={answer.isPending} onPress={() => confirm(waiting)}>
          这 {waiting.length} 位都来过
        </Button>
      )}
      {earlier > 0 && (
        <View className="site-rows">
          <Row
            id="earlier"
            icon="clock"
            title={`之前还有 ${earlier} 天等你确认`}
            detail="哪天来的，就算哪天的"
            onPress={() => goTo(routes.waitingDays({ siteId }))}
          />
        </View>
      )}
      {(earlier > 0 || waiting.length > 0) && <RemindMe />}
      {refusing && <RefuseDays days={[refusing]} onClose={() => setRefusing(null)} />}
    </View>
  );
};
