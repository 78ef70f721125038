import { View } from '@tarojs/components';
import type { OwnCheckIn } from '../../types/grassrootsDay';
import { client } from '@/lib/client';
import { dayOf } from '@/lib/day';
import { daysChanged } from '@/lib/queries';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { Unsaved } from '@/ui/Unsaved';
import { CheckInFacts } from './CheckInFacts';
import { DayNote } from './DayNote';
import { whyItWaits } from './dayWords';
import { StateBadge } from './StateBadge';

/** D4.2 One check-in of a day: whether it counts and why, what can be done. */
export const DayCard = ({ checkIn, today }: { checkIn: OwnCheckIn; today: string }) => {
  const { checkInId, site, day, state, because, reason, askedAt, outAt } = checkIn;
  const ask = useWrite(client.grassrootsDay.askToConfirm, () => {
    void daysChanged();
    void tell('已经请人确认');
  });
  const leave = useWrite(client.grassrootsDay.checkOut, () => void daysChanged());
  const askedToday = askedAt !== null && dayOf(askedAt) === today;
  return (
    <View className="card flush">
      <View className="part">
        <View className="beside">
          <Heading className="grow t18 b wrap-any">{site.name}</Heading>
          <StateBadge state={state} />
        </View>
        {state === 'unconfirmed' && because && <View className="ink2 mt8">{whyItWaits(because, site.name)}</View>}
        {state === 'refused' && <View className="ink2 mt8 wrap-any">没有算这一天：{reason}</View>}
      </View>
      <CheckInFacts checkIn={checkIn} />
      <View className="part">
        <DayNote key={checkIn.line ?? ''} checkIn={checkIn} />
        <Unsaved error={ask.error ?? leave.error} />
        <View className="buttons mt16">
          {state === 'unconfirmed' && !askedToday && (
            <Button id="ask" size="small" icon="clock" busy={ask.isPending} onPress={() => ask.mutate({ checkInId })}>
              请人确认
            </Button>
          )}
          {day === today && outAt === null && (
            <Button
              id="leave"
              kind="line"
              size="small"
              icon="leave"
              busy={leave.isPending}
              onPress={() => leave.mutate({ checkInId })}
            >
              记下离开
            </Button>
          )}
        </View>
        {state === 'unconfirmed' && askedToday && <View className="t14 ink3">今天请过了，等对方看。</View>}
      </View>
    </View>
  );
};
