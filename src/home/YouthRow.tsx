import { View } from '@tarojs/components';
import type { ContactRow } from '../../types/contact';
import { shortName } from '@/lib/cut';
import { ago } from '@/lib/day';
import { goTo, routes } from '@/lib/routes';
import { Avatar, FieldAndUnit } from '@/ui/Person';
import { Press } from '@/ui/Press';

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
        <FieldAndUnit field={row.field} unit={row.unit} room={13.5} />
      </View>
      <View className="t14 ink2 nw">{ago(row.since, today)}</View>
    </View>
  </Press>
);
