import { View } from '@tarojs/components';
import { cadreCalled } from '@/lib/closed';
import { shortName, shortOrg } from '@/lib/cut';
import { dayWithWeekday } from '@/lib/day';
import { Icon } from '@/ui/Icon';
import { Avatar } from '@/ui/Person';
import { Press } from '@/ui/Press';
import { evidenceInWords, type WaitingDay } from './dayWords';

interface Props {
  day: WaitingDay;
  chosen: boolean;
  onPress: () => void;
}

/** One day that waits: who, where, when, and what there is to go by. */
export const WaitingRow = ({ day: waiting, chosen, onPress }: Props) => {
  const { orgName, site, day } = waiting;
  const cadreName = cadreCalled(waiting.cadreName);
  return (
    <Press className="row" as="checkbox" selected={chosen} onPress={onPress}>
      <Avatar name={cadreName} />
      <View className="grow">
        <View className="b">{shortName(cadreName)}</View>
        <View className="t14 wrap-any">
          {dayWithWeekday(day)}，{site.name}
        </View>
        <View className="t14 ink2 wrap-any">
          {[shortOrg(orgName), evidenceInWords(waiting)].filter(Boolean).join('，')}
        </View>
      </View>
      <View className={chosen ? 'tick on' : 'tick'}>{chosen && <Icon name="check" size={16} />}</View>
    </Press>
  );
};
