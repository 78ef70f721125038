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
        <View className="t14 ink2 cut">
          {holder.waiting ? '离开了这个岗位' : cutMiddle(`${holder.orgName} ${holder.title}`, 11)}
        </View>
      </View>
      {holder.waiting ? (
        <View className="badge warn">等你选</View>
      ) : (
        <View className="t14 ink3 nw">{sinceWords(holder.since, today)}</View>
      )}
    </View>
    <View className="go">
      <Icon name="right" size={20} />
    </View>
  </Press>
);

const countWords = (items: Holder[]): string => {
  const here = items.filter(({ waiting }) => !waiting).length;
  return here === 0 ? '想让谁接着联系你？' : `${here} 名团干部联系你`;
};

/** D9.4, C11 Who holds me, by name; and who has left and keeps a place until I have chosen who follows. */
export const HolderRows = ({ items, today }: { items: Holder[]; today: string }) =>
  items.length === 0 ? null : (
    <View>
      <Heading className="sec b">{countWords(items)}</Heading>
      <View className="card flush rows by-ava">
        {items.map((holder) => (
          <HolderRow key={holder.contactId} holder={holder} today={today} />
        ))}
      </View>
    </View>
  );
