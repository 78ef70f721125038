import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { policy } from '../../config/policy';
import type { OwnCheckIn } from '../../types/grassrootsDay';
import { client } from '@/lib/client';
import { usePhoneSeconds } from '@/lib/clock';
import { daysChanged, meQuery } from '@/lib/queries';
import { goBack, goInstead, routes } from '@/lib/routes';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Unsaved } from '@/ui/Unsaved';
import { role } from '@/ui/role';
import { CheckInFacts } from './CheckInFacts';
import { whichDay, whyItWaits } from './dayWords';
import './checkIn.scss';

interface Props {
  checkIn: OwnCheckIn;
  onUndone: () => void;
}

/** What a check-in brought about, with a minute to take it back. */
export const CheckedIn = ({ checkIn, onUndone }: Props) => {
  const { checkInId, day, state, because, site, undoUntil } = checkIn;
  const { data: me } = useQuery(meQuery);
  const now = usePhoneSeconds(true);
  const [since] = useState(now);
  const undo = useWrite(client.grassrootsDay.undoCheckIn, () => {
    void daysChanged();
    onUndone();
  });
  const counts = state === 'confirmed';
  const mayUndo = undoUntil !== null && now - since < policy.grassrootsDay.undoSeconds * 1000;
  useEffect(() => void daysChanged(), []);
  return (
    <>
      <View className="card flush">
        <View className="part col center tc">
          <View className={counts ? 'day-disc' : 'day-disc waits'}>
            <Icon name={counts ? 'check' : 'clock'} />
          </View>
          <View className="t22 b mt8" {...role('status')} aria-live="polite">
            {counts ? `${whichDay(day, me?.today ?? day)}算一天` : '记下了，待确认'}
          </View>
          {state === 'unconfirmed' && because && <View className="ink2 mt4">{whyItWaits(because, site.name)}</View>}
        </View>
        <CheckInFacts checkIn={checkIn} />
      </View>
      <View className="foot">
        <Unsaved error={undo.error} />
        <Button id="see-day" size="large" onPress={() => goInstead(routes.day(day))}>
          看这一天
        </Button>
        {mayUndo && (
          <Button id="undo" kind="quiet" icon="undo" busy={undo.isPending} onPress={() => undo.mutate({ checkInId })}>
            撤销
          </Button>
        )}
        {!mayUndo && (
          <Button kind="quiet" onPress={goBack}>
            先到这里
          </Button>
        )}
      </View>
    </>
  );
};
