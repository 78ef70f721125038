import { View } from '@tarojs/components';
import { policy } from '../../config/policy';
import type { ContactRow } from '../../types/contact';
import { shortName } from '@/lib/cut';
import { ago, daysBetween } from '@/lib/day';
import { goTo, routes } from '@/lib/routes';
import { Avatar, FieldAndUnit } from '@/ui/Person';
import { Icon } from '@/ui/Icon';
import { Press } from '@/ui/Press';

/** D2.3 When one was last in touch; who was quiet for long has a moon. */
const Lastly = ({ row: { lastOn, since }, today }: { row: ContactRow; today: string }) => {
  const quiet = daysBetween(lastOn ?? since, today) > policy.contactLog.quietAfterDays;
  return (
    <View className={`flex g4 t14 nw ${quiet ? 'warn' : lastOn ? 'ink2' : 'ink3'}`}>
      {quiet && <Icon name="quiet" size={16} />}
      {lastOn ? ago(lastOn, today) : '没有记过'}
    </View>
  );
};

export const YouthRow = ({ row, today }: { row: ContactRow; today: string }) => (
  <Press className="row" as="link" onPress={() => goTo(routes.youth(row.contactId))}>
    <Avatar name={row.name} field={row.field} />
    <View className="grow beside">
      <View className="grow">
        <View className="flex g8">
          <View className="b">{shortName(row.name)}</View>
          {row.minor && <View className="badge warn">未成年</View>}
          {!row.counts && <View className="badge">不计入</View>}
        </View>
        <FieldAndUnit field={row.field} unit={row.unit} room={12} />
      </View>
      <Lastly row={row} today={today} />
    </View>
  </Press>
);
