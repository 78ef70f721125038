import { View } from '@tarojs/components';
import type { Holder } from '../../types/contact';
import { cutMiddle, shortName } from '@/lib/cut';
import { sinceWords } from '@/lib/day';
import { goTo, routes } from '@/lib/routes';
import { Heading } from '@/ui/Heading';
import { Icon } from '@/ui/Icon';
import { Avatar } from '@/ui/Person';
import { Press } from '@/ui/Press';

const HolderRow = ({ holder, today }: { holder: Holder; today: string }) => (
  <Press className="row" as="link" onPress={() => goTo(routes.holder(holder.contactId))}>
    <Avatar name={holder.name} />
    <View className="grow beside">
      <View className="grow">
        <View className="b">{shortName(holder.name)}</View>
        <View className="t14 ink2 cut">{cutMiddle(`${holder.orgName} ${holder.title}`, 11)}</View>
      </View>
      <View className="t14 ink3 nw">{sinceWords(holder.since, today)}</View>
    </View>
    <View className="go">
      <Icon name="right" size={20} />
    </View>
  </Press>
);

/** D9.4 Who holds me, by name. */
export const HolderRows = ({ items, today }: { items: Holder[]; today: string }) =>
  items.length === 0 ? null : (
    <View>
      <Heading className="sec b">{items.length} 名团干部联系你</Heading>
      <View className="card flush rows by-ava">
        {items.map((holder) => (
          <HolderRow key={holder.contactId} holder={holder} today={today} />
        ))}
      </View>
    </View>
  );
