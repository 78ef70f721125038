import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Holder } from '../../types/contact';
import { copy } from '@/lib/copy';
import { monthAndDay, wholeDay } from '@/lib/day';
import { goTo, routes } from '@/lib/routes';
import { tell } from '@/lib/tell';
import { channelWords, inOrder } from '@/lib/words';
import { Button } from '@/ui/Button';
import { OrgAndTitle, PersonHead } from '@/ui/Person';
import { Press } from '@/ui/Press';

type Published = Holder['channels'][number];

/** A phone number is called; what another app needs is copied for it, or shown where it cannot be copied. */
const reach = async ({ kind, value }: Published): Promise<void> => {
  if (kind === 'phone') {
    // Refusing the call, or closing the dialler, is no failure.
    await Taro.makePhoneCall({ phoneNumber: value }).catch(() => undefined);
    return;
  }
  await tell(`${(await copy(value)) ? '已复制' : ''}${channelWords[kind]}：${value}`);
};

export const HolderCard = ({ holder, onLeave }: { holder: Holder; onLeave: () => void }) => (
  <View className="card">
    <PersonHead name={holder.publicName}>
      <OrgAndTitle {...holder} />
      <View className="t14 ink3">
        {wholeDay(holder.since)}起联系你{holder.lastOn && `，最近一次 ${monthAndDay(holder.lastOn)}`}
      </View>
    </PersonHead>
    <View className="buttons mt16">
      {holder.channels.length === 0 && <View className="t14 ink2 buttons-none">还没有公开联系方式</View>}
      {inOrder(holder.channels).map((channel) => (
        <Button
          key={channel.kind}
          kind="second"
          size="small"
          icon={channel.kind === 'phone' ? 'phone' : 'chat'}
          onPress={() => void reach(channel)}
        >
          {channelWords[channel.kind]}
        </Button>
      ))}
      <Button id="leave" kind="line" size="small" icon="leave" onPress={onLeave}>
        离开
      </Button>
    </View>
    <View className="t12 ink3 mt12">离开当场生效，不需要理由，对方的列表里不再有你。</View>
    <Press
      id="concern"
      className="text-btn"
      as="link"
      label={`有情况要反映：${holder.name}`}
      onPress={() => goTo(routes.concern(holder.contactId))}
    >
      有情况要反映
    </Press>
  </View>
);
